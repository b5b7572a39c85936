import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendInvitation } from './mail-rows.ts'
import { settled } from './settled.ts'
import { focused, tabTo } from './tabbing.ts'
import { call, query, toast, TUESDAY, World } from './world.ts'

/* No mouse and no shortcut of ours: Tab, Enter, Space, arrows, Escape and letters only. */

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

const PASSWORD = 'a long enough password'

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** From the top of a page past its navigation. */
async function skipToPage(page: Page): Promise<void> {
  await tabTo(page, 'Skip to the page')
  await press(page, 'Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('page')
}

test('H1: signing up and signing in need no mouse; Tab goes from field to field and Enter sends them', async () => {
  const page = await world.newPage()
  await page.goto('/sign-up')
  await page.getByRole('button', { name: 'Create organization' }).waitFor()
  const email = 'keys@lighthouse.example'
  for (const [field, text] of [
    [/^Organization/, 'Keys Ltd'],
    [/^Your name/, 'Kai Keys'],
    [/^E-mail/, email],
    [/^Password/, PASSWORD],
  ] as const) {
    if (!field.test((await focused(page))?.name ?? '')) await tabTo(page, field)
    await page.keyboard.type(text)
  }
  await press(page, 'Enter')
  await page.waitForURL('**/calendar**')

  await tabTo(page, /account and theme/)
  await press(page, 'Enter')
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
  await tabTo(page, 'Sign out')
  await press(page, 'Enter')
  await page.waitForURL('**/sign-in**')
  await page.getByLabel('E-mail').waitFor()
  if ((await focused(page))?.name !== 'E-mail') await tabTo(page, 'E-mail')
  await page.keyboard.type(email)
  await tabTo(page, 'Password')
  await page.keyboard.type(PASSWORD)
  await press(page, 'Enter')
  await page.waitForURL('**/calendar**')
})

test('D4: hours are switched on, copied and saved', async () => {
  const page = await world.newcomer()
  await page.goto('/calendar/availability')
  await page.getByRole('switch', { name: 'Saturday' }).waitFor()
  await skipToPage(page)
  await tabTo(page, 'Saturday')
  await press(page, 'Space')
  await page.getByText('Not saved yet').waitFor()
  expect((await focused(page))?.name).toBe('Saturday')
  await tabTo(page, 'Start of range 1 on Saturday')
  await page.keyboard.type('1015')
  await tabTo(page, 'Save hours')
  await press(page, 'Enter')
  await page.getByText('Everything is saved').waitFor()
  expect(await focused(page)).not.toBeNull()
  await page.reload()
  expect(await page.getByLabel('Start of range 1 on Saturday').inputValue()).toBe('10:15')
})

test('E5: a suggestion is found and booked', async () => {
  const page = await world.newcomer()
  await page.goto(`/calendar/suggest?from=${TUESDAY}&to=${TUESDAY}`)
  await page
    .getByRole('button', { name: /^Book / })
    .first()
    .waitFor()
  await skipToPage(page)
  await tabTo(page, /^90 minutes$/)
  await press(page, 'Enter')
  await page.getByRole('button', { name: '90 minutes', pressed: true }).waitFor()
  await page
    .getByRole('button', { name: /^Book / })
    .first()
    .waitFor()
  await tabTo(page, /^Book /)
  await press(page, 'Enter')
  await toast(page, 'booked')
  expect(await focused(page)).not.toBeNull()
})

test('H1: a name is changed in the settings, whose parts are links', async () => {
  const page = await world.newcomer()
  await page.goto('/settings')
  await page.getByLabel('Your name').waitFor()
  await skipToPage(page)
  await tabTo(page, 'Your name')
  await page.keyboard.type('Kai')
  await press(page, 'Enter')
  await toast(page, 'Profile saved')
  await tabTo(page, 'Region')
  await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown')
  await tabTo(page, 'Use this region')
  await tabTo(page, 'Security', 'Shift+Tab')
  await press(page, 'Enter')
  await page.getByLabel('Present password').waitFor()
  expect((await focused(page))?.name).toBe('Security')
})

test('H1: somebody is invited, and the focus comes back to the button', async () => {
  const page = await world.newcomer()
  await page.goto('/members')
  await page.getByRole('list', { name: 'Members', exact: true }).waitFor()
  await skipToPage(page)
  await tabTo(page, 'Invite')
  await press(page, 'Enter')
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  if (!(await focused(page))?.name.startsWith('E-mail')) await tabTo(page, /^E-mail/)
  await page.keyboard.type('noor@lighthouse.example')
  await tabTo(page, 'Invite')
  await press(page, 'Enter')
  await page.getByRole('dialog', { name: 'noor@lighthouse.example is invited' }).waitFor()
  await tabTo(page, 'Done')
  await press(page, 'Enter')
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => focused(page)).toMatchObject({ name: 'Invite' })
})

test('B7: the log is filtered and an entry opened', async () => {
  const page = await world.newcomer()
  await call(page, 'events.create', {
    title: 'Written down',
    startsAt: `${TUESDAY}T10:00:00Z`,
    endsAt: `${TUESDAY}T11:00:00Z`,
    participants: [],
  })
  await page.goto('/activity')
  await page.getByText('Written down').first().waitFor()
  await skipToPage(page)
  await tabTo(page, 'Kind')
  await page.keyboard.type('Ev')
  await page.waitForURL(/kind|entity|what/)
  await tabTo(page, /Written down/)
  await press(page, 'Enter')
  await page.getByRole('row', { name: /Title/ }).first().waitFor()
  expect(await focused(page)).not.toBeNull()
})

test('F6, F7: a mail is opened in the outbox, and its invitation answered', async () => {
  const page = await world.newcomer()
  const guest = { email: 'tom@partner.example' }
  const { event } = await call<{ event: Parameters<typeof sendInvitation>[2] }>(page, 'events.create', {
    title: 'Kick-off',
    startsAt: `${TUESDAY}T10:00:00Z`,
    endsAt: `${TUESDAY}T11:00:00Z`,
    participants: [guest],
  })
  const { path } = await sendInvitation(world, page, event, guest)
  await page.goto('/outbox')
  await page.getByText('Invitation: Kick-off').first().waitFor()
  await skipToPage(page)
  await tabTo(page, /Invitation: Kick-off/)
  await press(page, 'Enter')
  await page
    .getByRole('heading', { name: /Kick-off/ })
    .first()
    .waitFor()
  expect(await focused(page)).not.toBeNull()

  const tom = await world.newPage()
  await tom.goto(path)
  await tom.getByRole('button', { name: 'Maybe' }).waitFor()
  await tabTo(tom, 'Maybe')
  await press(tom, 'Enter')
  await tom.getByText('You answered Maybe').waitFor()
  expect((await focused(tom))?.name).toBe('Maybe')
})

test('H1: an invitation to join is accepted', async () => {
  const page = await world.newcomer()
  const { user } = await query<{ user: { email: string } }>(page, 'auth.me')
  const { invitation } = await call<{ invitation: { link: string } }>(page, 'members.invite', {
    email: `join.${user.email}`,
    role: 'OPERATOR',
  })
  const guest = await world.newPage()
  await guest.goto(new URL(invitation.link).pathname)
  await guest.getByLabel('Your name').waitFor()
  if ((await focused(guest))?.name !== 'Your name') await tabTo(guest, 'Your name')
  await guest.keyboard.type('Jo Newman')
  await tabTo(guest, /^Password/)
  await guest.keyboard.type(PASSWORD)
  await press(guest, 'Enter')
  await guest.waitForURL('**/calendar**')
})

test('A4: the connections are walked through, past what connects a calendar, and round again', async () => {
  const page = await world.newcomer()
  await page.goto('/calendar/connections')
  await settled(page)
  await skipToPage(page)
  await tabTo(page, 'Skip to the page')
})
