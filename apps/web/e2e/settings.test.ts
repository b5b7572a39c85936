import type { GoogleStandIn } from '@astralis/calendars/testing/google-stand-in/google-stand-in'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWithGoogle } from './google-world.ts'
import { call, endSession, hire, query, toast, type World } from './world.ts'

let world: World
let google: GoogleStandIn
beforeAll(async () => {
  ;({ world, google } = await startWithGoogle())
})
afterAll(() => Promise.all([world.stop(), google.close()]))

const PASSWORD = 'a long enough password'
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0'
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1'

async function open(page: Page, section: string, region: string): Promise<void> {
  await page.goto(`/settings?section=${section}`)
  await page.getByRole('region', { name: region }).waitFor()
}

async function emailOf(page: Page): Promise<string> {
  const { user } = await query<{ user: { email: string } }>(page, 'auth.me')
  return user.email
}

/** The same person in another browser. */
async function elsewhere(page: Page, userAgent: string): Promise<Page> {
  const other = await world.newPage({ userAgent })
  await call(other, 'auth.signIn', { email: await emailOf(page), password: PASSWORD })
  await other.goto('/settings')
  await other.getByRole('navigation', { name: 'Pages' }).waitFor()
  return other
}

async function expectSignedOut(page: Page): Promise<void> {
  await page.reload()
  await page.waitForURL('**/sign-in?**')
}

/** What a tool with this token is answered. */
async function askAs(token: string): Promise<{ status: number; body: string }> {
  const response = await fetch(`${world.server.url}/trpc/members.list`, {
    headers: { authorization: `Bearer ${token}` },
  })
  return { status: response.status, body: await response.text() }
}

/** Where the keyboard is: `BUTTON Copy`. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { tagName, ariaLabel, textContent } = document.activeElement ?? document.body
    return `${tagName} ${ariaLabel ?? textContent}`
  })
}

test('H1: name and time zone are changed, and every page says so at once; the address and the role are only told', async () => {
  const page = await world.signedUp()
  await page.getByRole('button', { name: /account and theme/ }).click()
  await page.getByRole('link', { name: 'Settings' }).click()
  const profile = page.getByRole('region', { name: 'Profile' })
  await profile.getByText(await emailOf(page), { exact: true }).waitFor()
  await profile.getByText('Admin', { exact: true }).waitFor()
  await profile.getByText('it can not be changed').waitFor()

  await page.getByLabel('Your name').fill('')
  await page.getByRole('button', { name: 'Save profile' }).click()
  await page.getByText('Expected 1 to 100 characters.').waitFor()
  await page.getByLabel('Your name').fill('Ana Lucia Silva')
  await page.getByLabel('Time zone').fill('tokyo')
  await page.getByRole('option', { name: /Asia\/Tokyo/ }).click()
  await page.getByText('Not saved yet').waitFor()
  await page.getByRole('button', { name: 'Save profile' }).click()
  await toast(page, 'Profile saved')
  await page.getByText('Everything is saved').waitFor()
  await page.getByRole('button', { name: 'Ana Lucia Silva Lighthouse Ltd account and theme' }).click()
  await page.getByRole('dialog', { name: 'Account' }).getByText('Asia/Tokyo').waitFor()
  await page.reload()
  expect(await page.getByLabel('Your name').inputValue()).toBe('Ana Lucia Silva')
  expect(await page.getByLabel('Time zone').inputValue()).toBe('Asia/Tokyo')
})

test('H1: going to another section with an unsaved profile asks first, and what could not be saved stays', async () => {
  const page = await world.newcomer()
  await open(page, 'profile', 'Profile')
  await page.getByLabel('Your name').fill('Half a thought')
  await page.route('**/trpc/account.update', (route) => route.abort(), { times: 1 })
  await page.getByRole('button', { name: 'Save profile' }).click()
  await page.getByText('What you changed is still here.').waitFor()
  await page.getByRole('link', { name: 'Security' }).click()
  await page.getByRole('button', { name: 'Keep editing' }).click()
  expect(await page.getByLabel('Your name').inputValue()).toBe('Half a thought')

  const email = await emailOf(page)
  await endSession(page)
  // Unless something that was asked meanwhile has found it out.
  const over = page.getByText('Your session has ended')
  await page.getByRole('button', { name: 'Save profile' }).or(over).first().click()
  await over.waitFor()
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByText('Not saved yet').waitFor()
  expect(await page.getByLabel('Your name').inputValue()).toBe('Half a thought')
  await page.getByRole('link', { name: 'Security' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('region', { name: 'Sessions' }).waitFor()
  await page.getByRole('link', { name: 'Profile' }).click()
  expect(await page.getByLabel('Your name').inputValue()).toBe('Ana Silva')
})

test('H1: a new password signs out everywhere else, and says what is wrong at its field', async () => {
  const page = await world.newcomer()
  const other = await elsewhere(page, FIREFOX)
  await open(page, 'security', 'Password')
  await page.getByLabel('New password', { exact: true }).fill('short')
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.getByText('Enter your present password.').waitFor()
  await page.getByText('Expected at least 10 characters.').waitFor()
  await page.getByLabel('Present password', { exact: true }).fill('not the password')
  await page.getByLabel('New password', { exact: true }).fill('another long enough password')
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.getByText('This is not your present password.').waitFor()
  expect(await page.getByLabel('Present password', { exact: true }).getAttribute('aria-invalid')).toBe('true')
  await other.reload()
  await other.getByRole('navigation', { name: 'Pages' }).waitFor()

  await page.getByLabel('Present password', { exact: true }).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await toast(page, 'You were signed out everywhere else.')
  expect(await page.getByLabel('Present password', { exact: true }).inputValue()).toBe('')
  await expectSignedOut(other)
  await page.reload()
  await page.getByRole('region', { name: 'Sessions' }).getByText('This browser').waitFor()
  await other.getByLabel('E-mail').fill(await emailOf(page))
  await other.getByLabel('Password', { exact: true }).fill('another long enough password')
  await other.keyboard.press('Enter')
  await other.waitForURL('**/settings')
})

test('H1: sessions are named by their browsers; one is ended, then all others', async () => {
  const page = await world.newcomer()
  const firefox = await elsewhere(page, FIREFOX)
  const iphone = await elsewhere(page, IPHONE)
  const second = await elsewhere(page, FIREFOX)
  await open(page, 'security', 'Sessions')
  const sessions = page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')
  expect(await sessions.count()).toBe(4)
  await sessions.filter({ hasText: 'This browser' }).getByText('Headless Chrome').waitFor()
  await sessions.filter({ hasText: 'Safari on iPhone' }).getByText('From 127.0.0.1').waitFor()
  await sessions.filter({ hasText: 'Firefox on Windows' }).first().getByText('just now').first().waitFor()

  await page.getByRole('button', { name: 'End the session of Safari on iPhone' }).click()
  await toast(page, 'Safari on iPhone is signed out.')
  await expect.poll(() => sessions.count()).toBe(3)
  await expect.poll(() => focused(page)).toBe('UL Sessions')
  await expectSignedOut(iphone)
  await firefox.reload()
  await firefox.getByRole('navigation', { name: 'Pages' }).waitFor()

  await page.getByRole('button', { name: 'End all others' }).click()
  await page.getByRole('alertdialog').getByText('The 2 other browsers').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => focused(page)).toBe('BUTTON End all others')
  await page.getByRole('button', { name: 'End all others' }).click()
  await page.getByRole('button', { name: 'End them' }).click()
  await toast(page, '2 sessions ended')
  await expect.poll(() => sessions.count()).toBe(1)
  await expect.poll(() => focused(page)).toBe('UL Sessions')
  await expectSignedOut(firefox)
  await expectSignedOut(second)
})

test('H4: a token is shown once, works for a tool, and is refused once it is revoked', async () => {
  const page = await world.newcomer()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, 'tokens', 'API tokens')
  await page.getByText('There are no tokens').waitFor()
  await page.getByRole('button', { name: 'New token' }).click()
  await page.getByRole('button', { name: 'Make token' }).click()
  await page.getByText('Expected 1 to 100 characters.').waitFor()
  await page.getByLabel('What it is for').fill('Room display')
  await page.getByLabel('Role').selectOption('Client')
  await page.getByText('Books and changes their own meetings').waitFor()
  await page.getByLabel('Works for').selectOption('30 days')
  await page.getByRole('button', { name: 'Make token' }).click()

  const made = page.getByRole('dialog', { name: 'Token for Room display' })
  await made.getByText('it is not shown again').waitFor()
  const token = await made.getByLabel('Token', { exact: true }).inputValue()
  await expect.poll(() => focused(page)).toBe('BUTTON Copy')
  await page.keyboard.press('Enter')
  await made.getByText('Copied.').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(token)
  await page.mouse.click(5, 5)
  expect(await made.isVisible()).toBe(true)
  await made.getByRole('button', { name: 'Done' }).click()
  await made.waitFor({ state: 'detached' })
  expect(await page.content()).not.toContain(token)

  const row = page.getByRole('list', { name: 'API tokens' }).getByRole('listitem')
  await row.getByText('never used').waitFor()
  await row.getByText('Client', { exact: true }).waitFor()
  await row.getByText(/Expires on \w+/).waitFor()
  expect(await askAs(token)).toMatchObject({ status: 200, body: expect.stringContaining('Ana Silva') })
  await page.reload()
  await row.getByText('last used just now').waitFor()

  await page.getByRole('button', { name: 'Revoke Room display' }).click()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect.poll(() => focused(page)).toBe('BUTTON Revoke Room display')
  await page.getByRole('button', { name: 'Revoke Room display' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await toast(page, '“Room display” is revoked')
  await page.getByText('There are no tokens').waitFor()
  expect(await askAs(token)).toMatchObject({ status: 401 })
})

test('H4: nobody gives a token more than their own role; an admin sees whose tokens there are, and revokes them', async () => {
  const admin = await world.newcomer()
  const email = await hire(world, admin, { name: 'Lena Moss', timeZone: 'Europe/Berlin', role: 'OPERATOR' })
  const page = await world.newPage()
  await call(page, 'auth.signIn', { email, password: PASSWORD })
  await open(page, 'tokens', 'API tokens')
  await page.getByRole('button', { name: 'New token' }).click()
  expect(await page.getByLabel('Role').locator('option').allTextContents()).toEqual(['Operator', 'Client'])
  await page.getByLabel('What it is for').fill('Nightly report')
  await page.getByLabel('Works for').selectOption('Until it is revoked')
  await page.getByRole('button', { name: 'Make token' }).click()
  const token = await page.getByLabel('Token', { exact: true }).inputValue()
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByText('Does not expire').waitFor()

  await open(admin, 'tokens', 'API tokens')
  await admin.getByRole('listitem').filter({ hasText: 'Nightly report' }).getByText('Of Lena Moss').waitFor()
  await admin.getByRole('button', { name: 'Revoke Nightly report' }).click()
  await admin.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await admin.getByText('There are no tokens').waitFor()
  expect(await askAs(token)).toMatchObject({ status: 401 })
})

/** Chooses an account on the page of the stand-in, which leads back. */
async function choose(page: Page, account: string): Promise<void> {
  await page.getByText('Demo: this is a stand-in of Google').waitFor()
  await page.getByRole('radio', { name: account }).check()
  await page.getByRole('button', { name: 'Allow' }).click()
}

async function beginLinking(page: Page, password = PASSWORD): Promise<void> {
  await page.getByRole('button', { name: 'Link a Google account' }).click()
  await page.getByRole('dialog').getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Continue at Google' }).click()
}

test('H1: who has linked a Google account signs in with it, and goes on to where they wanted; unlinking ends that', async () => {
  const page = await world.newcomer()
  const account = 'ana.links@gmail.example'
  google.control.addAccount({ email: account, name: 'Ana Silva' }, 'Europe/Berlin')
  await open(page, 'security', 'Sign in with Google')
  await beginLinking(page, 'not the password')
  await page.getByText('This is not your present password.').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => focused(page)).toBe('BUTTON Link a Google account')
  await beginLinking(page)
  await choose(page, account)
  await page.getByText(`you can sign in with ${account}`).waitFor()
  await page.waitForURL('**/settings?section=security')
  await page.reload()
  await page.getByRole('region', { name: 'Sign in with Google' }).getByText(account).waitFor()
  expect(await page.getByText('From now on').count()).toBe(0)

  await page.getByRole('button', { name: /account and theme/ }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/sign-in')
  await page.goto('/calendar?view=day&date=2031-06-10')
  await page.getByRole('button', { name: 'Sign in with Google' }).click()
  await choose(page, account)
  await page.waitForURL('**/calendar?view=day&date=2031-06-10')
  await page.getByRole('button', { name: /Ana Silva .* account and theme/ }).waitFor()

  await open(page, 'security', 'Sign in with Google')
  await page.getByRole('button', { name: 'Unlink' }).click()
  await page.getByRole('button', { name: 'Keep it linked' }).click()
  await page.getByRole('button', { name: 'Unlink' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Unlink' }).click()
  await toast(page, 'Unlinked')
  await page.getByRole('button', { name: 'Link a Google account' }).waitFor()
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in with Google' }).click()
  await choose(page, account)
  await page.getByRole('alert').getByText('This Google account is linked to nobody here').waitFor()
})

test('H1: a Google account that nobody has linked opens nothing, also with a member’s address; the page says what to do', async () => {
  const signedUp = await world.newcomer()
  const account = await emailOf(signedUp)
  google.control.addAccount({ email: account, name: 'Somebody Else' }, 'Europe/Berlin')
  const page = await world.newPage()
  await page.goto('/sign-in?returnTo=/settings')
  await page.getByRole('button', { name: 'Sign in with Google' }).click()
  await choose(page, account)
  await page.getByRole('alert').getByText('Sign in with your password, and link it in the settings').waitFor()
  expect(new URL(page.url()).searchParams.has('problem')).toBe(false)
  await page.getByLabel('E-mail').fill(account)
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('is wrong').waitFor()
  expect(await page.getByRole('alert').count()).toBe(1)
})

test('H1: who says no at Google, and who chooses an account of somebody else, reads so in the settings', async () => {
  const first = await world.newcomer()
  const account = 'shared@gmail.example'
  google.control.addAccount({ email: account, name: 'Reception' }, 'Europe/Berlin')
  await open(first, 'security', 'Sign in with Google')
  await beginLinking(first)
  await first.getByRole('button', { name: 'Deny' }).click()
  await first.getByRole('alert').getByText('You did not allow it at Google').waitFor()
  await beginLinking(first)
  await choose(first, account)
  await first.getByText(`you can sign in with ${account}`).waitFor()

  const second = await world.newcomer()
  await open(second, 'security', 'Sign in with Google')
  await beginLinking(second)
  await choose(second, account)
  await second.getByRole('alert').getByText('Somebody else signs in with this Google account already').waitFor()
})

test('the section that is shown has an address, keeps the focus on its link, and unknown ones lead to the first', async () => {
  const page = await world.newcomer()
  await page.goto('/settings?section=secrets')
  await page.getByRole('region', { name: 'Profile' }).waitFor()
  const navigation = page.getByRole('navigation', { name: 'Settings' })
  expect(await navigation.getByRole('link', { name: 'Profile' }).getAttribute('aria-current')).toBe('page')
  await navigation.getByRole('link', { name: 'API tokens' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/settings?section=tokens')
  await page.getByRole('region', { name: 'API tokens' }).waitFor()
  await expect.poll(() => focused(page)).toBe('A API tokens')
  expect(await navigation.locator('[aria-current=page]').allTextContents()).toEqual(['API tokens'])
  await page.goBack()
  await page.getByRole('region', { name: 'Profile' }).waitFor()
})

test('a section that can not be loaded says so and can be asked for again', async () => {
  const page = await world.newcomer()
  await page.route('**/trpc/sessions.list*', (route) => route.abort(), { times: 3 })
  await page.goto('/settings?section=security')
  await page.getByText('Your sessions could not be loaded').waitFor()
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('This browser').waitFor()
})
