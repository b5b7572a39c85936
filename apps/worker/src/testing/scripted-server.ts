import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { listen } from './listen.ts'

export interface ScriptedServer {
  port: number
  close: () => Promise<void>
}

/** A local server that does with each connection whatever a test says. */
export async function startScriptedServer(serve: (socket: Socket) => void): Promise<ScriptedServer> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    serve(socket)
  })
  return {
    port: await listen(server),
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
