/** The cookies of one browser, which follows no redirect by itself and names the page that it comes from. */
export class Browser {
  readonly #url: string
  readonly #headers: Record<string, string>
  readonly cookies = new Map<string, string>()

  /** @param headers sent with every request */
  constructor(url: string, headers: Record<string, string> = {}) {
    this.#url = url
    this.#headers = headers
  }

  async open(address: string): Promise<Response> {
    const { pathname } = new URL(address, this.#url)
    const headers = { ...this.#headers, cookie: this.#cookieFor(pathname) }
    return this.#keep(await fetch(new URL(address, this.#url), { headers, redirect: 'manual' }))
  }

  /** Calls a mutation. */
  async call(procedure: string, input: unknown = {}): Promise<Response> {
    const headers = {
      ...this.#headers,
      cookie: this.#cookieFor('/trpc/'),
      origin: this.#url,
      'content-type': 'application/json',
    }
    const address = `${this.#url}/trpc/${procedure}`
    return this.#keep(await fetch(address, { method: 'POST', headers, body: JSON.stringify(input) }))
  }

  /** What a query answers. */
  async ask(procedure: string): Promise<unknown> {
    const { result }: { result: { data: unknown } } = JSON.parse(await (await this.open(`/trpc/${procedure}`)).text())
    return result.data
  }

  #cookieFor(pathname: string): string {
    const sent = [...this.cookies].filter(([name]) => name !== 'astralis_google' || pathname.startsWith('/api/auth/'))
    return sent.map(([name, value]) => `${name}=${value}`).join('; ')
  }

  #keep(response: Response): Response {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const name = pair.slice(0, pair.indexOf('='))
      const value = pair.slice(name.length + 1)
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return response
  }
}
