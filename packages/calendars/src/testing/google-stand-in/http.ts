import type { IncomingMessage, ServerResponse } from 'node:http'

const LONGEST_BODY = 5_000_000

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    chunks.push(chunk)
    length += chunk.length
    if (length > LONGEST_BODY) throw new RangeError('The body is too long.')
  }
  return Buffer.concat(chunks).toString()
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: object | null,
  headers: Record<string, string> = {},
): void {
  if (body === null) response.writeHead(204, headers).end()
  else {
    const etag = 'etag' in body && typeof body.etag === 'string' ? { ETag: body.etag } : {}
    const type = { 'Content-Type': 'application/json; charset=UTF-8', 'Cache-Control': 'no-store' }
    response.writeHead(status, { ...type, ...etag, ...headers }).end(JSON.stringify(body))
  }
}

export function sendHtml(response: ServerResponse, status: number, html: string): void {
  response
    .writeHead(status, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      'Referrer-Policy': 'no-referrer',
    })
    .end(html)
}

export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { Location: location, 'Cache-Control': 'no-store' }).end()
}

/** Forms of other pages must not write here. */
export function isFromElsewhere({ headers }: IncomingMessage): boolean {
  const { origin, host } = headers
  return origin !== undefined && origin !== 'null' && origin !== `http://${host}`
}
