/** What a procedure answered. */
export interface ReadAnswer {
  status: number
  text: string
}

const ERROR = 'serialized-error'

/**
 * Reads an answer. A stream never ends by itself: of one, the first message is read and the rest let go, and put as
 * another procedure would answer: the status of a stream is always 200, a refusal is a message of it.
 */
export async function readAnswer(response: Response): Promise<ReadAnswer> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream') || !response.body)
    return { status: response.status, text: await response.text() }
  for await (const { event, data } of readMessages(response.body)) {
    if (event === 'message') return { status: response.status, text: `{"result":{"data":${data}}}` }
    if (event === ERROR) return { status: JSON.parse(data).data.httpStatus, text: `{"error":${data}}` }
  }
  return { status: response.status, text: '' }
}

export interface Message {
  event: string
  id: string
  data: string
}

/** Server-sent events as they come (HTML Standard, 9.2); leaving the loop ends the stream. */
export async function* readMessages(body: ReadableStream<Uint8Array>): AsyncGenerator<Message> {
  let text = ''
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    text += chunk
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) if (block.trim() !== '') yield parseMessage(block)
  }
}

function parseMessage(block: string): Message {
  const fields = new Map(
    block
      .split('\n')
      .filter((line) => line !== '')
      .map((line): [string, string] => {
        const colon = line.indexOf(':')
        return [line.slice(0, colon), line.slice(colon + 1).trim()]
      }),
  )
  return { event: fields.get('event') ?? 'message', id: fields.get('id') ?? '', data: fields.get('data') ?? '' }
}
