import { connect, createServer, type Socket } from 'node:net'
import { createMessageReader } from './frontend-statements.ts'
import { listen } from './listen.ts'

export interface KillProxy {
  /** The database, by way of this proxy. */
  databaseUrl: string
  close: () => Promise<void>
}

/** Told each statement before it is passed on, with the connection that it comes by; true where it must not be. */
export type Strike = (statement: string, connection: Socket) => boolean

/**
 * Stands between a worker and PostgreSQL. From the statement on at which `strike` is true nothing passes any more, on any
 * connection: PostgreSQL knows what came before, and that its client is gone.
 */
export async function startKillProxy(databaseUrl: string, strike: Strike): Promise<KillProxy> {
  const { hostname: host, port } = new URL(databaseUrl)
  const clients = new Set<Socket>()
  const upstreams = new Set<Socket>()
  let isCut = false

  function cut(): void {
    isCut = true
    // What was passed on before still arrives.
    for (const upstream of upstreams) upstream.end()
  }

  const server = createServer({ noDelay: true }, (client) => {
    const upstream = connect({ host, port: Number(port), noDelay: true })
    const read = createMessageReader()
    clients.add(client)
    upstreams.add(upstream)
    client.on('data', (chunk) => {
      for (const { bytes, statement } of isCut ? [] : read(chunk)) {
        if (statement !== null && strike(statement, client)) return cut()
        upstream.write(bytes)
      }
    })
    upstream.on('data', (chunk) => client.write(chunk))
    client.on('error', () => {}).on('close', () => upstream.end())
    upstream.on('error', () => {}).on('close', () => client.destroy())
  })
  const here = new URL(databaseUrl)
  here.hostname = '127.0.0.1'
  here.port = String(await listen(server))
  return {
    databaseUrl: here.toString(),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of [...clients, ...upstreams]) socket.destroy()
      await closed
    },
  }
}
