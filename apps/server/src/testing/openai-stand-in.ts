import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

/** One request as it came. */
interface ReceivedRequest {
  path: string | undefined
  headers: IncomingHttpHeaders
  body: string
  /** Resolves when its connection is done with, by whichever side. */
  closed: Promise<unknown>
}

export interface OpenAiStandIn {
  /** What to set `OPENAI_BASE_URL` to. */
  baseUrl: string
  requests: ReceivedRequest[]
  /** How it answers; a test sets what it needs. */
  answer: (response: ServerResponse) => void
  stop: () => Promise<void>
}

/** A local server in place of OpenAI's Responses API that does whatever a test says. */
export async function startOpenAiStandIn(): Promise<OpenAiStandIn> {
  const server = createServer(async (request, response) => {
    const { url: path, headers } = request
    const closed = once(response, 'close')
    standIn.requests.push({ path, headers, body: await text(request), closed })
    standIn.answer(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const standIn: OpenAiStandIn = {
    baseUrl: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/v1`,
    requests: [],
    answer: (response) => sendJson(response, responseOf(outputText('{"ranking":[]}'))),
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return standIn
}

export function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

export function outputText(value: string) {
  return { type: 'output_text', text: value, annotations: [] }
}

/** A finished response of the Responses API with one message of such content. */
export function responseOf(...content: object[]) {
  return {
    id: 'resp_1',
    object: 'response',
    status: 'completed',
    output: [{ id: 'msg_1', type: 'message', role: 'assistant', status: 'completed', content }],
  }
}
