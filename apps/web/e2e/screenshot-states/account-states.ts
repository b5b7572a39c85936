import { open, type State } from './state.ts'

/** Signing in and up, and pages that are none. */
export const ACCOUNT_STATES: State[] = [
  { name: 'sign-in', isSignedOut: true, reach: (page) => open(page, '/sign-in') },
  {
    name: 'sign-in-errors',
    isSignedOut: true,
    reach: async (page) => {
      await open(page, '/sign-in')
      await page.getByLabel('E-mail').fill('ines@harborpine.example')
      await page.getByLabel('Password', { exact: true }).fill('not the password')
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await page.getByRole('alert').first().waitFor()
    },
  },
  {
    name: 'sign-in-google',
    isSignedOut: true,
    reach: async (page) => {
      await page.route('**/trpc/auth.methods*', (route) =>
        route.fulfill({ json: { result: { data: { google: true } } } }),
      )
      await open(page, '/sign-in?problem=GOOGLE_NOT_LINKED')
      await page.getByRole('button', { name: 'Sign in with Google' }).waitFor()
    },
  },
  { name: 'session-ended', isSignedOut: true, reach: (page) => open(page, '/sign-in?hasExpired=true') },
  { name: 'sign-up', isSignedOut: true, reach: (page) => open(page, '/sign-up') },
  {
    name: 'sign-up-errors',
    isSignedOut: true,
    reach: async (page) => {
      await open(page, '/sign-up')
      await page.getByRole('button', { name: 'Create organization' }).click()
      await page.getByRole('alert').first().waitFor()
    },
  },
  { name: 'not-found', isSignedOut: true, reach: (page) => open(page, '/nowhere') },
  {
    name: 'error-page',
    isSignedOut: true,
    reach: async (page) => {
      await page.route('**/trpc/auth.me*', (route) => route.abort())
      await open(page, '/calendar')
      await page.getByText('This page could not be shown').waitFor()
    },
  },
]
