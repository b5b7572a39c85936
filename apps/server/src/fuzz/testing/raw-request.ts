import { connect } from 'node:net'
import { text } from 'node:stream/consumers'

/** Sends bytes as they are, and answers with what comes back until the connection ends. */
export async function sendRaw(url: string, request: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.setTimeout(10_000, () => socket.destroy(new Error('Nothing came back within 10 s.')))
  socket.write(Buffer.from(request, 'latin1'))
  const answer = await text(socket)
  socket.destroy()
  return answer
}

/** 0 where there is no answer but the end of the connection. */
export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)
}
