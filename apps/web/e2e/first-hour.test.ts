import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings } from './axe-findings.ts'
import { carry, lift } from './dragging.ts'
import { GoogleWorld } from './google-world.ts'
import { type Hands, keyboard, pointer } from './hands.ts'
import { box, call, PHONE, query, sidewaysScrollers, toast } from './world.ts'

let world: GoogleWorld
beforeAll(async () => {
  world = await GoogleWorld.start()
})
afterAll(() => world.stop())

const PASSWORD = 'a long enough password'
const TEAM = ['noor', 'kai', 'tomas'].map((name) => `${name}@pinecone.example`)

const PAGES = [
  '/calendar',
  '/calendar/suggest',
  '/calendar/availability',
  '/calendar/connections',
  '/members',
  '/settings',
  '/activity',
  '/outbox',
]

let founders = 0

/** Of the present founder: the calendar that is linked may have what those before them booked. */
function title(): string {
  return `Kick-off ${founders}`
}

function steps(page: Page) {
  return page.getByRole('region', { name: 'First steps' })
}

async function signUp(page: Page, { press, fill }: Hands): Promise<void> {
  founders += 1
  await page.goto('/sign-up')
  await page.locator('[name=organizationName]:focus').waitFor()
  await page.keyboard.type('Pinecone Studio')
  await fill(page.getByLabel('Your name'), 'Mara Lind')
  await fill(page.getByLabel('E-mail'), `mara${founders}@pinecone.example`)
  await fill(page.getByLabel('Password', { exact: true }), PASSWORD)
  expect(await page.getByLabel('Time zone').inputValue()).toBe('Europe/Berlin')
  await press(page.getByRole('button', { name: 'Create organization' }))
  await steps(page).getByText('0 of 4 done').waitFor()
}

async function setHours(page: Page, { press }: Hands): Promise<void> {
  await steps(page).getByText('Mon–Fri 09:00–17:00 in Europe/Berlin.').waitFor()
  await press(steps(page).getByRole('button', { name: 'Use these hours' }))
  await steps(page).getByText('1 of 4 done').waitFor()
}

async function linkCalendar(page: Page, { press }: Hands): Promise<void> {
  await steps(page).getByText('This is a demo').waitFor()
  await press(steps(page).getByRole('button', { name: 'Connect a demo calendar' }))
  await press(page.getByRole('button', { name: 'Allow' }))
  await page.getByText('Connected', { exact: true }).waitFor()
  await press(page.getByRole('link', { name: 'Go on with the next one' }))
  await steps(page).getByText('2 of 4 done').waitFor()
}

async function inviteTeam(page: Page, { press, fill }: Hands): Promise<void> {
  await press(steps(page).getByRole('button', { name: 'Invite colleagues' }))
  const dialog = page.getByRole('dialog')
  await fill(dialog.getByLabel('E-mail addresses'), TEAM.join(', '))
  await press(dialog.getByRole('button', { name: 'Invite', exact: true }))
  await page.getByRole('dialog', { name: '3 people are invited' }).waitFor()
  for (const email of TEAM) expect(await dialog.getByLabel(email).inputValue()).toContain('/join/')
  await press(dialog.getByRole('button', { name: 'Done' }))
  await steps(page).getByText('3 of 4 done').waitFor()
}

async function findAndBook(page: Page, { press, fill }: Hands): Promise<void> {
  await steps(page).getByText('For all 4 of you').waitFor()
  await press(steps(page).getByRole('link', { name: 'Find a time' }))
  const times = page.getByRole('list', { name: 'Suggested times' })
  await page.getByText('suit 4 people').waitFor()
  await times.getByText('Hours not known').first().waitFor()
  await fill(page.getByLabel('Title of the event'), title())
  await press(times.getByRole('button', { name: /^Book / }).first())
  await page.getByRole('region', { name: 'Booked' }).getByText(`“${title()}” is booked`).waitFor()
}

async function openBooked(page: Page, { press }: Hands): Promise<void> {
  const link = page.getByRole('link', { name: 'Open in the calendar' })
  await page.locator('a:focus', { hasText: 'Open in the calendar' }).waitFor()
  await press(link)
  await box(page, title()).waitFor()
  await steps(page).getByText('You are all set').waitFor()
  await press(steps(page).getByRole('button', { name: 'Close' }))
  await steps(page).waitFor({ state: 'detached' })
}

/** When it begins, as its one box says. */
async function startOf(page: Page): Promise<string | undefined> {
  await expect.poll(() => box(page, title()).count()).toBe(1)
  return /\d\d:\d\d/.exec(await box(page, title()).innerText())?.[0]
}

const JOURNEY = [signUp, setHours, linkCalendar, inviteTeam, findAndBook, openBooked]

async function newPerson(): Promise<Page> {
  const email = `mara${founders + 1}@gmail.example`
  world.google.control.addAccount({ email, name: 'Mara Lind' }, 'Europe/Berlin')
  return world.world.newPage()
}

test('a new organization comes from signing up to a meeting of four, moves it and takes that back, with the pointer', async () => {
  const page = await newPerson()
  const hands = pointer(page)
  for (const step of JOURNEY) await step(page, hands)

  const before = await startOf(page)
  await carry(page, await lift(page, title()), { hours: 1 })
  await page.mouse.up()
  const moved = await toast(page, `“${title()}” moved`)
  expect(await startOf(page)).not.toBe(before)
  await moved.getByRole('button', { name: 'Undo' }).click()
  await toast(page, 'is back where it was')
  expect(await startOf(page)).toBe(before)

  // Nobody is led twice, in no browser.
  const elsewhere = await world.world.newPage()
  await elsewhere.goto('/sign-in')
  await elsewhere.getByLabel('E-mail').fill(`mara${founders}@pinecone.example`)
  await elsewhere.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click()
  await elsewhere
    .getByText(/Nothing scheduled this week|Kick-off/)
    .first()
    .waitFor()
  expect(await steps(elsewhere).count()).toBe(0)
})

test('a new organization comes from signing up to a meeting of four, moves it and takes that back, with the keyboard alone', async () => {
  const page = await newPerson()
  const hands = keyboard(page)
  for (const step of JOURNEY) await step(page, hands)

  const before = await startOf(page)
  await box(page, title()).focus()
  for (const key of ['Shift+ArrowDown', 'Enter']) await page.keyboard.press(key)
  await toast(page, `“${title()}” moved`)
  expect(await startOf(page)).not.toBe(before)
  await page.keyboard.press('z')
  await toast(page, 'is back where it was')
  expect(await startOf(page)).toBe(before)
})

test('H1, H2: who joins by invitation is led through what concerns them, and can put it away for good', async () => {
  const page = await world.world.signedUp()
  const invite = { email: 'client@pinecone.example', role: 'CLIENT' }
  const { invitation } = await call<{ invitation: { link: string } }>(page, 'members.invite', invite)
  const client = await world.world.newPage()
  await client.goto(new URL(invitation.link).pathname)
  await client.getByLabel('Your name').fill('Cleo Park')
  await client.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await client.getByRole('button', { name: 'Join' }).click()
  await steps(client).getByText('0 of 3 done').waitFor()
  expect(await steps(client).getByRole('list', { name: 'Steps' }).innerText()).not.toContain('colleagues')
  await steps(client).getByRole('button', { name: 'Use these hours' }).click()
  await steps(client).getByText('1 of 3 done').waitFor()
  await steps(client).getByRole('button', { name: 'Skip for now' }).click()
  await steps(client).getByRole('link', { name: 'Find a time' }).waitFor()
  await steps(client).getByRole('button', { name: 'Put the first steps away' }).click()
  await steps(client).waitFor({ state: 'detached' })
  expect(await query(client, 'account.firstSteps')).toEqual({ steps: [] })
})

test('H2: what a client is shown first, and on every page, is nothing that they are refused', async () => {
  const page = await world.world.signedUp()
  const invite = { email: 'cleo@pinecone.example', role: 'CLIENT' }
  const { invitation } = await call<{ invitation: { link: string } }>(page, 'members.invite', invite)
  const client = await world.world.newPage()
  const refused: string[] = []
  client.on('response', (response) => {
    if (response.status() === 403) refused.push(response.url())
  })
  const token = invitation.link.split('/').at(-1)
  await call(client, 'members.acceptInvitation', { token, name: 'Cleo Park', password: PASSWORD })
  for (const path of PAGES) {
    await client.goto(path)
    await client.getByRole('heading', { level: 1 }).waitFor()
    await client.waitForLoadState('networkidle')
    expect([path, await client.getByRole('alert').allInnerTexts()]).toEqual([path, []])
  }
  expect(refused).toEqual([])
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the first steps have no serious accessibility findings, and fit 360 px (${colorScheme})`, async () => {
    const page = await world.world.newPage({ ...PHONE, colorScheme })
    await call(page, 'auth.signUp', {
      organizationName: 'Pinecone Studio',
      name: 'Mara Lind',
      email: `${colorScheme}@pinecone.example`,
      password: PASSWORD,
      timeZone: 'Europe/Berlin',
    })
    await page.goto('/calendar')
    for (const name of ['Your hours', 'Your calendar', 'Your colleagues', 'A first meeting']) {
      await steps(page).getByRole('button', { name }).click()
      expect([name, await axeFindings(page)]).toEqual([name, []])
      expect([name, await sidewaysScrollers(page)]).toEqual([name, []])
    }
    await steps(page).getByRole('button', { name: 'Your colleagues' }).click()
    await steps(page).getByRole('button', { name: 'Invite colleagues' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('E-mail addresses').fill(`${TEAM.join('\n')} ${colorScheme}@pinecone.example`)
    await dialog.getByRole('button', { name: 'Invite', exact: true }).click()
    await page.getByRole('dialog', { name: '3 of 4 people are invited' }).waitFor()
    await dialog.getByText('This person is a member of the organization already.').waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(await sidewaysScrollers(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Done' }).click()
    await steps(page).getByRole('link', { name: 'Find a time' }).click()
    await page
      .getByRole('button', { name: /^Book / })
      .first()
      .click()
    await page.getByRole('region', { name: 'Booked' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(await sidewaysScrollers(page)).toEqual([])
  })
