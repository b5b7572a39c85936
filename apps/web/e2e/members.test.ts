import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { book, box, call, hire, openWeek, panel, query, toast, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

const WEEK = { from: '2031-06-09T00:00:00Z', to: '2031-06-16T00:00:00Z' }
const PASSWORD = 'a long enough password'

interface Invited {
  email: string
  role: 'ADMIN' | 'OPERATOR' | 'CLIENT'
}

function member(page: Page, name: string): Locator {
  return page.getByRole('list', { name: 'Members', exact: true }).getByRole('listitem').filter({ hasText: name })
}

/** Invites somebody as the page would, without its form; answers with the path of the link. */
async function invite(page: Page, invited: Invited): Promise<string> {
  const { invitation } = await call<{ invitation: { link: string } }>(page, 'members.invite', invited)
  return new URL(invitation.link).pathname
}

/** Fills in what an account needs, and joins. */
async function join(guest: Page, name: string): Promise<void> {
  await guest.getByLabel('Your name').fill(name)
  await guest.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await guest.getByRole('button', { name: 'Join' }).click()
}

/** A browser of its own in which a colleague is signed in. */
async function signedIn(email: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await world.newPage(options)
  await call(page, 'auth.signIn', { email, password: PASSWORD })
  return page
}

test('H1: an invitation’s link opens in another browser; who joins there is seen here, and sees who is here', async () => {
  const page = await world.signedUp()
  await page.getByRole('button', { name: /account and theme/ }).click()
  await page.getByRole('link', { name: 'Members' }).click()
  await member(page, 'Ana Silva').getByText('you', { exact: true }).waitFor()

  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('E-mail').fill('noor at home')
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click()
  await dialog.getByText('Expected an e-mail address such as').waitFor()
  await dialog.getByLabel('E-mail').fill('Noor@lighthouse.example')
  await dialog.getByLabel('Operator').check()
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click()
  await page.getByRole('dialog', { name: 'noor@lighthouse.example is invited' }).waitFor()
  const link = await dialog.getByLabel('Link to join').inputValue()
  await dialog.getByRole('button', { name: 'Done' }).click()
  const open = page.getByRole('list', { name: 'Open invitations' })
  await open.getByText('noor@lighthouse.example').waitFor()
  await open.getByText('Invited by Ana Silva, until').waitFor()
  await open.getByText('Operator', { exact: true }).waitFor()

  const guest = await world.newPage()
  await guest.goto(link)
  await guest.getByRole('heading', { name: 'Join Lighthouse Ltd' }).waitFor()
  await guest.getByText('Ana Silva invites you.').waitFor()
  await guest.getByText('Your role: Operator.').waitFor()
  expect(await guest.getByLabel('E-mail').inputValue()).toBe('noor@lighthouse.example')
  expect(await guest.getByLabel('E-mail').isEditable()).toBe(false)
  expect(await guest.getByLabel('Time zone').inputValue()).toBe('Europe/Berlin')
  await guest.getByLabel('Password', { exact: true }).fill('short')
  await guest.getByRole('button', { name: 'Join' }).click()
  await guest.getByText('Expected at least 10 characters.').waitFor()
  await guest.getByText('Enter your name.').waitFor()
  await join(guest, 'Noor Haddad')
  await guest.waitForURL('**/calendar')

  // Without a reload.
  await member(page, 'Noor Haddad').waitFor()
  await page.getByText('No invitation is open').waitFor()
  await guest.goto('/members')
  await member(guest, 'Noor Haddad').getByText('you', { exact: true }).waitFor()
  await member(guest, 'Ana Silva').getByText('Admin', { exact: true }).waitFor()
  for (const name of ['Invite', /^Deactivate/, /^Hand over/])
    expect(await guest.getByRole('button', { name, exact: true }).count()).toBe(0)
  expect(await guest.getByRole('combobox').count()).toBe(0)
  expect(await guest.getByRole('region', { name: 'Open invitations' }).count()).toBe(0)

  const late = await world.newPage()
  await late.goto(link)
  await late.getByRole('heading', { name: 'This invitation can not be used' }).waitFor()
  await late.getByText('If you have joined already, sign in.').waitFor()
})

test('H1: an address that has an account keeps it; whoever is signed in is told who they will be', async () => {
  const page = await world.signedUp()
  const other = await world.signedUp()
  const { user } = await query<{ user: { email: string } }>(other, 'auth.me')
  const taken = await invite(page, { email: user.email, role: 'CLIENT' })
  await other.goto(taken)
  await other.getByText('You are signed in as Ana Silva').waitFor()
  await join(other, 'Somebody Else')
  await other.getByText('There is an account with this address already').waitFor()
  const kept = await query<{ user: { name: string; email: string } }>(other, 'auth.me')
  expect(kept.user).toMatchObject({ name: 'Ana Silva', email: user.email })

  await other.goto(await invite(page, { email: `second.${user.email}`, role: 'CLIENT' }))
  await other.getByText(`Joining signs this browser out of ${user.email}`).waitFor()
  await join(other, 'Second Self')
  await other.waitForURL('**/calendar')
  await other.getByRole('button', { name: /Second Self/ }).waitFor()
})

test('H1: an invitation is made anew, which ends the earlier link, and withdrawn; the focus stays on the page', async () => {
  const page = await world.signedUp()
  const email = 'tomas@lighthouse.example'
  const first = await invite(page, { email, role: 'CLIENT' })
  await page.goto('/members')
  await page.getByRole('button', { name: `Invite again: ${email}` }).click()
  const dialog = page.getByRole('dialog')
  expect(await dialog.getByLabel('E-mail').inputValue()).toBe(email)
  await dialog.getByLabel('Admin').check()
  await dialog.getByRole('button', { name: 'Invite again' }).click()
  const second = await dialog.getByLabel('Link to join').inputValue()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('list', { name: 'Open invitations' }).getByText('Admin', { exact: true }).waitFor()

  const guest = await world.newPage()
  await guest.goto(first)
  await guest.getByText('This invitation can not be used').waitFor()
  await guest.goto(second)
  await guest.getByText('Your role: Admin.').waitFor()

  await page.getByRole('button', { name: `Withdraw the invitation of ${email}` }).click()
  await page.getByRole('button', { name: 'Keep it open' }).click()
  await expect.poll(() => focused(page)).toBe(`Withdraw the invitation of ${email}`)
  await page.getByRole('button', { name: `Withdraw the invitation of ${email}` }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click()
  await toast(page, `The invitation of ${email} is withdrawn`)
  await page.getByText('No invitation is open').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false)
  await guest.getByLabel('Your name').fill('Tomas Reyes')
  await join(guest, 'Tomas Reyes')
  await guest.getByText('This invitation is not valid').waitFor()
  expect(await guest.getByLabel('Your name').inputValue()).toBe('Tomas Reyes')
})

test('H2: a role that is changed holds in the other browser at once, which follows it by itself', async () => {
  const page = await world.signedUp()
  await book(page, { title: 'Board meeting', from: '10:00', to: '11:00' })
  const email = await hire(world, page, { name: 'Omar Reed', timeZone: 'Europe/Berlin', role: 'OPERATOR' })
  const other = await signedIn(email)
  await openWeek(other)
  await other.getByRole('button', { name: 'Everyone' }).click()
  await box(other, 'Board meeting').click()
  await panel(other).getByRole('button', { name: 'Edit' }).waitFor()

  await page.goto('/members')
  await page.getByLabel('Role of Omar Reed').selectOption('CLIENT')
  await toast(page, 'Omar Reed is a client now')
  await panel(other).getByRole('button', { name: 'Edit' }).waitFor({ state: 'detached' })
  await box(other, 'Busy').waitFor()
  const { events } = await query<{ events: { title: string; status: string }[] }>(page, 'events.list', WEEK)
  expect(events).toMatchObject([{ title: 'Board meeting', status: 'SCHEDULED' }])
})

test('H2: the last admin stays one: it is said why, and the choice goes back', async () => {
  const page = await world.signedUp()
  const email = await hire(world, page, { name: 'Omar Reed', timeZone: 'Europe/Berlin', role: 'CLIENT' })
  await page.goto('/members')
  const role = page.getByLabel('Role of Ana Silva')
  await role.selectOption('CLIENT')
  await (await toast(page, 'The role was not changed')).getByText('This is the last active admin').waitFor()
  await expect.poll(() => role.inputValue()).toBe('ADMIN')

  await page.getByLabel('Role of Omar Reed').selectOption('ADMIN')
  await toast(page, 'Omar Reed is an admin now')
  await role.selectOption('OPERATOR')
  await toast(page, 'Ana Silva is an operator now')
  await role.waitFor({ state: 'detached' })
  await member(page, 'Omar Reed').getByText('Admin', { exact: true }).waitFor()
  expect(await page.getByRole('button', { name: 'Invite', exact: true }).count()).toBe(0)
  const admin = await signedIn(email)
  await admin.goto('/members')
  await admin.getByLabel('Role of Ana Silva').waitFor()
})

test('H1: the page of somebody deactivated leads to the sign-in by itself, which lets them in again once reactivated', async () => {
  const page = await world.signedUp()
  const email = await hire(world, page, { name: 'Omar Reed', timeZone: 'Europe/Berlin', role: 'OPERATOR' })
  await hire(world, page, { name: 'Mia Lund', timeZone: 'Europe/Berlin', role: 'OPERATOR' })
  const other = await signedIn(email)
  await openWeek(other)
  await book(other, { title: 'Handed over', from: '10:00', to: '11:00' })

  await page.goto('/members')
  await page.getByRole('button', { name: 'Deactivate Omar Reed' }).click()
  const dialog = page.getByRole('dialog', { name: 'Deactivate Omar Reed?' })
  await dialog.getByText('They are signed out everywhere at once').waitFor()
  await expect.poll(() => focused(page)).toBe('Keep the member')
  await page.keyboard.press('Escape')
  await expect.poll(() => focused(page)).toBe('Deactivate Omar Reed')
  await page.getByRole('button', { name: 'Deactivate Omar Reed' }).click()
  await dialog.getByLabel('Their coming meetings').selectOption({ label: `Mia Lund (mia.${await ownEmail(page)})` })
  await dialog.getByRole('button', { name: 'Hand over and deactivate' }).click()
  const done = await toast(page, 'Omar Reed is deactivated')
  await done.getByText('1 meeting handed to Mia Lund.').waitFor()
  await page.getByRole('list', { name: 'Deactivated members' }).getByText('Omar Reed').waitFor()
  await member(page, 'Omar Reed').waitFor({ state: 'detached' })
  const { events } = await query<{ events: { title: string; participants: { name: string }[] }[] }>(
    page,
    'events.list',
    WEEK,
  )
  expect(events).toMatchObject([{ title: 'Handed over', participants: [{ name: 'Mia Lund', isOrganizer: true }] }])

  await other.waitForURL('**/sign-in?**')
  await other.getByText('Your session has ended').waitFor()
  await other.getByLabel('E-mail').fill(email)
  await other.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await other.getByRole('button', { name: 'Sign in' }).click()
  await other.getByRole('alert').waitFor()

  await page.getByRole('button', { name: 'Reactivate Omar Reed' }).click()
  await toast(page, 'Omar Reed is a member again')
  await member(page, 'Omar Reed').waitFor()
  await other.getByRole('button', { name: 'Sign in' }).click()
  await other.waitForURL('**/calendar?**')
})

test('H1: meetings that are handed over are in the other person’s calendar, who may change them', async () => {
  const page = await world.signedUp()
  const email = await hire(world, page, { name: 'Omar Reed', timeZone: 'Europe/Berlin', role: 'CLIENT' })
  await book(page, { title: 'Board meeting', from: '10:00', to: '11:00' })
  await book(page, { title: 'Review', from: '13:00', to: '14:00' })
  await page.goto('/members')
  await page.getByRole('button', { name: 'Hand over the meetings of Ana Silva' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Hand over' }).click()
  await dialog.getByText('Choose who takes them over.').waitFor()
  await dialog.getByLabel('New organizer').selectOption({ label: `Omar Reed (${email})` })
  await dialog.getByRole('button', { name: 'Hand over' }).click()
  await toast(page, '2 meetings handed to Omar Reed')
  await expect.poll(() => focused(page)).toBe('Hand over the meetings of Ana Silva')

  const other = await signedIn(email)
  await openWeek(other)
  await box(other, 'Review').waitFor()
  await box(other, 'Board meeting').click()
  await panel(other).getByRole('button', { name: 'Edit' }).waitFor()
  await panel(other).getByText('Ana Silva').waitFor()
})

/** What has the focus, by its label or text. */
function focused(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent)
}

async function ownEmail(page: Page): Promise<string> {
  const { user } = await query<{ user: { email: string } }>(page, 'auth.me')
  return user.email
}
