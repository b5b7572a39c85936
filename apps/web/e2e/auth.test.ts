import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, endSession, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

test('H1: signing up leads to the calendar; the menu names person, organization and zone; signing out and in', async () => {
  const page = await world.newPage()
  await page.goto('/')
  await page.getByRole('link', { name: 'Create an organization' }).click()
  await page.getByLabel('Organization').fill('North Star GmbH')
  await page.getByLabel('Your name').fill('Mira Holt')
  await page.getByLabel('E-mail').fill('mira@northstar.example')
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
  expect(await page.getByLabel('Time zone').inputValue()).toBe('Europe/Berlin')
  await page.getByLabel('Time zone').fill('new york')
  await page.getByRole('option', { name: /America\/New York/ }).click()
  await page.getByRole('button', { name: 'Create organization' }).click()

  await page.waitForURL('**/calendar')
  await page.getByRole('region', { name: 'First steps' }).waitFor()
  await page.getByRole('button', { name: 'Mira Holt North Star GmbH account and theme' }).click()
  const menu = page.getByRole('dialog', { name: 'Account' })
  for (const text of ['Mira Holt', 'mira@northstar.example', 'North Star GmbH', 'America/New York'])
    await menu.getByText(text, { exact: true }).waitFor()

  await menu.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/sign-in')
  await page.goto('/calendar?view=day&date=2031-06-10')
  await page.waitForURL('**/sign-in?**')
  await page.getByLabel('E-mail').fill('MIRA@northstar.example')
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/calendar?view=day&date=2031-06-10')
})

test('H1: every wrong field is named in words, and nothing typed is lost', async () => {
  const page = await world.newPage()
  await page.goto('/sign-up')
  await page.getByLabel('Your name').fill('Mira Holt')
  await page.getByLabel('E-mail').fill('mira at home')
  await page.getByLabel('Password', { exact: true }).fill('short')
  await page.getByRole('button', { name: 'Create organization' }).click()

  await page.getByText('Expected an e-mail address such as').waitFor()
  await page.getByText('Expected at least 10 characters.').waitFor()
  const problem = await page.getByLabel('Organization').getAttribute('aria-describedby')
  expect(await page.locator(`[id="${problem}"]`).textContent()).toBe('Enter what your organization is called.')
  expect(await page.getByLabel('Your name').inputValue()).toBe('Mira Holt')
  expect(await page.getByLabel('E-mail').inputValue()).toBe('mira at home')
})

test('H1: an address that is taken and a wrong password are said in words', async () => {
  const page = await world.signedUp()
  await call(page, 'auth.signOut', {})
  await page.goto('/sign-up')
  await page.getByLabel('Organization').fill('Another')
  await page.getByLabel('Your name').fill('Ana Again')
  await page.getByLabel('E-mail').fill('ana1@lighthouse.example')
  await page.getByLabel('Password', { exact: true }).fill('a long enough password')
  await page.getByRole('button', { name: 'Create organization' }).click()
  await page.getByText('There is an account with this e-mail address. Sign in instead.').waitFor()

  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill('ana1@lighthouse.example')
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByText('The e-mail address or the password is wrong.').waitFor()
})

test('H1: when the session ends while somebody types, signing in leads back to the form as it was', async () => {
  const page = await world.signedUp()
  await page.keyboard.press('c')
  await page.getByLabel('Title').fill('Half a thought')
  await endSession(page)
  // It creates, unless the weeks around were just asked for: then the page knows already.
  await page.keyboard.press('Enter')

  await page.getByText('Your session has ended').waitFor()
  const email = 'ana2@lighthouse.example'
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('a long enough password')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/calendar?view=week&date=2031-06-10')
  expect(await page.getByLabel('Title').inputValue()).toBe('Half a thought')
})

test('H1: after too many wrong passwords the page says how long to wait, and the right one is not tried either', async () => {
  const page = await world.signedUp()
  const email = 'ana3@lighthouse.example'
  await call(page, 'auth.signOut', {})
  await page.goto('/sign-in')
  for (let attempt = 1; attempt <= 10; attempt++)
    await expect(call(page, 'auth.signIn', { email, password: 'not the password' })).rejects.toThrow('SIGN_IN_FAILED')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('a long enough password')
  await page.keyboard.press('Enter')
  const refusal = page
    .getByRole('alert')
    .getByText(/^There have been too many attempts to sign in\. Try again in \d+ minutes\.$/)
  await refusal.waitFor()
  expect(await page.getByLabel('E-mail').inputValue()).toBe(email)
})

test('H1: where Google is not set up, nothing offers to sign in with it', async () => {
  const page = await world.newPage()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
  expect(await page.getByRole('button', { name: 'Sign in with Google' }).count()).toBe(0)
  const signedUp = await world.signedUp()
  await signedUp.goto('/settings?section=security')
  await signedUp.getByText('Google is not set up for signing in here.').waitFor()
  expect(await signedUp.getByRole('button', { name: 'Link a Google account' }).count()).toBe(0)
})

test('an address without a page says so and leads on', async () => {
  const page = await world.newPage()
  await page.goto('/nowhere')
  await page.getByRole('heading', { name: 'There is no page here' }).waitFor()
  await page.getByRole('button', { name: 'Go to the calendar' }).click()
  await page.waitForURL('**/sign-in?**')
})
