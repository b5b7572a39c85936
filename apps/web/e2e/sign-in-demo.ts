import type { Browser } from 'playwright-core'

const DEMO = { email: 'ines@harborpine.example', password: 'demo-harbor-pine' }

/** Signs in to the demo team; answers with the cookie, for the profiles that are to have it. */
export async function signInDemo(browser: Browser, baseURL: string) {
  const context = await browser.newContext({ baseURL })
  const answer = await context.request.post('/trpc/auth.signIn', { headers: { origin: baseURL }, data: DEMO })
  if (!answer.ok()) throw new Error(`The demo team could not sign in: ${await answer.text()}`)
  const storageState = await context.storageState()
  await context.close()
  return storageState
}
