import type { Browser } from 'playwright-core'

const PASSWORD = 'demo-harbor-pine'

/** Signs in as one of the demo team, an admin; answers with the cookie, for the profiles that are to have it. */
export async function signInDemo(browser: Browser, baseURL: string, email = 'ines@harborpine.example') {
  const context = await browser.newContext({ baseURL })
  const answer = await context.request.post('/trpc/auth.signIn', {
    headers: { origin: baseURL },
    data: { email, password: PASSWORD },
  })
  if (!answer.ok()) throw new Error(`The demo team could not sign in: ${await answer.text()}`)
  const storageState = await context.storageState()
  await context.close()
  return storageState
}
