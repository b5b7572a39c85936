import { Agent, request } from 'node:http'

/** One signed-in person with one connection that stays open. Answers with the body; a status other than 200 throws. */
export interface Caller {
  query: (procedure: string, input: unknown) => Promise<string>
  mutate: (procedure: string, input: unknown) => Promise<string>
  close: () => void
}

/**
 * Calls the API over HTTP. Not the typed client: what it costs to build a request would be measured too, and on few
 * cores be missing to the server.
 */
export function createCaller(serverUrl: string, cookie: string): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const { port } = new URL(serverUrl)

  function send(method: 'GET' | 'POST', path: string, body: string): Promise<string> {
    const headers = {
      cookie,
      ...(method === 'POST' && {
        origin: serverUrl,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      }),
    }
    return new Promise((resolve, reject) => {
      const call = request({ agent, host: '127.0.0.1', port, method, path, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString()
          if (response.statusCode === 200) resolve(text)
          else reject(new Error(`${path.split('?')[0]} answered ${response.statusCode}: ${text}`))
        })
      })
      call.on('error', reject)
      call.end(body)
    })
  }

  return {
    query: (procedure, input) =>
      send('GET', `/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`, ''),
    mutate: (procedure, input) => send('POST', `/trpc/${procedure}`, JSON.stringify(input)),
    close: () => agent.destroy(),
  }
}
