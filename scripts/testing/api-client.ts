/** Calls procedures as a signed-in browser does. */
export interface ApiClient {
  query<Output>(procedure: string, input: unknown): Promise<Output>
  mutate<Output>(procedure: string, input: unknown): Promise<Output>
}

export async function signIn(origin: string, email: string, password: string): Promise<ApiClient> {
  const headers = { 'content-type': 'application/json', origin }
  const answer = await fetch(`${origin}/trpc/auth.signIn`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email, password }),
  })
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ')
  if (!answer.ok) throw new Error(`Sign-in failed: ${await answer.text()}`)

  return {
    query: async (procedure, input) =>
      resultOf(
        await fetch(`${origin}/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`, {
          headers: { cookie },
        }),
      ),
    mutate: async (procedure, input) =>
      resultOf(
        await fetch(`${origin}/trpc/${procedure}`, {
          method: 'POST',
          headers: { ...headers, cookie },
          body: JSON.stringify(input),
        }),
      ),
  }
}

async function resultOf<Output>(answer: Response): Promise<Output> {
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  const body: { result: { data: Output } } = JSON.parse(await answer.text())
  return body.result.data
}
