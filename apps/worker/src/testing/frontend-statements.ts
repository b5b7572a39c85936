/** What a client says to PostgreSQL, one message. */
interface FrontendMessage {
  bytes: Buffer
  /** In a message that makes a statement run: its text, then the values that are bound to it. Null in others. */
  statement: string | null
}

const TYPE_LENGTH = 1

/**
 * Cuts what one connection sends into messages (PostgreSQL's protocol 3.0, without TLS). A statement that was prepared
 * earlier is known by its name.
 */
export function createMessageReader(): (chunk: Buffer) => FrontendMessage[] {
  const texts = new Map<string, string>()
  let rest = Buffer.alloc(0)
  let hasStarted = false

  function statementOf(type: string, body: Buffer): string | null {
    if (type === 'Q') return textAt(body, 0)
    if (type === 'P') {
      const name = textAt(body, 0)
      texts.set(name, textAt(body, name.length + 1))
    }
    if (type !== 'B') return null
    const portal = textAt(body, 0)
    const name = textAt(body, portal.length + 1)
    return `${texts.get(name) ?? ''}\n${body.toString('latin1', portal.length + name.length + 2)}`
  }

  return (chunk) => {
    rest = Buffer.concat([rest, chunk])
    const messages: FrontendMessage[] = []
    for (;;) {
      // Only the first message has no type.
      const head = hasStarted ? TYPE_LENGTH : 0
      if (rest.length < head + 4) return messages
      const length = head + rest.readInt32BE(head)
      if (rest.length < length) return messages
      const bytes = rest.subarray(0, length)
      rest = rest.subarray(length)
      messages.push({
        bytes,
        statement: hasStarted ? statementOf(bytes.toString('latin1', 0, head), bytes.subarray(head + 4)) : null,
      })
      hasStarted = true
    }
  }
}

/** Each character is a byte, so that lengths of texts are positions. */
function textAt(body: Buffer, start: number): string {
  return body.toString('latin1', start, body.indexOf(0, start))
}
