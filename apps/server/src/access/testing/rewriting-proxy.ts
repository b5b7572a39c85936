import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

export interface RewritingProxy {
  /** The address of a database by way of the proxy. */
  through: (databaseUrl: string) => string
  stop: () => Promise<void>
}

/** Stands between a server and its PostgreSQL, and rewrites the text of every statement that passes. */
export async function startRewritingProxy(
  databaseUrl: string,
  rewrite: (statement: string) => string,
): Promise<RewritingProxy> {
  const { hostname, port } = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  const proxy = createServer((client) => {
    const database = connect({ host: hostname, port: Number(port) })
    for (const socket of [client, database]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
    }
    client.on('close', () => database.destroy())
    database.on('close', () => client.destroy())
    const take = messageReader()
    client.on('data', (bytes) => {
      for (const message of take(bytes)) database.write(rewriteMessage(message, rewrite))
    })
    database.pipe(client)
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const address = proxy.address()
  const ownPort = typeof address === 'object' && address ? address.port : 0
  return {
    through(url) {
      const changed = new URL(url)
      changed.port = String(ownPort)
      return changed.toString()
    },
    async stop() {
      for (const socket of sockets) socket.destroy()
      proxy.close()
      await once(proxy, 'close')
    },
  }
}

/** Of the start-up message, the only one without a letter in front. */
const PROTOCOL_3 = 196_608

/** PostgreSQL's protocol, 54.7: a letter, a length that counts itself, and the content. */
function messageReader(): (bytes: Buffer) => Buffer[] {
  let rest = Buffer.alloc(0)
  let hasStarted = false
  return (bytes) => {
    rest = Buffer.concat([rest, bytes])
    const messages: Buffer[] = []
    for (;;) {
      const lengthAt = hasStarted ? 1 : 0
      if (rest.length < lengthAt + 4) return messages
      const end = lengthAt + rest.readInt32BE(lengthAt)
      if (rest.length < end) return messages
      const message = rest.subarray(0, end)
      if (!hasStarted && message.length >= 8) hasStarted = message.readInt32BE(4) === PROTOCOL_3
      messages.push(message)
      rest = rest.subarray(end)
    }
  }
}

/** `P` parses a statement under a name, `Q` runs one. */
function rewriteMessage(message: Buffer, rewrite: (statement: string) => string): Buffer {
  const kind = String.fromCharCode(message[0] ?? 0)
  if (kind !== 'P' && kind !== 'Q') return message
  const from = kind === 'P' ? message.indexOf(0, 5) + 1 : 5
  const to = message.indexOf(0, from)
  const statement = Buffer.from(rewrite(message.toString('utf8', from, to)))
  const changed = Buffer.concat([message.subarray(0, from), statement, message.subarray(to)])
  changed.writeInt32BE(changed.length - 1, 1)
  return changed
}
