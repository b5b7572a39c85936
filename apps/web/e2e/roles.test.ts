import type { Page, Request } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settled } from './settled.ts'
import { box, call, hire, openCalendar, panel, query, toast, TUESDAY, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

const PASSWORD = 'a long enough password'
const PEOPLE = { Omar: 'OPERATOR', Cleo: 'CLIENT' } as const

/** What somebody else must not read of it. */
const SECRET = { title: 'Acquisition of Meadow', description: 'Price in the annex', location: 'Vault 7' }
const SECRETS = Object.values(SECRET)

interface Team {
  ana: Page
  emails: Record<'ana' | keyof typeof PEOPLE, string>
  secretId: string
}

/** An organization with one person of each role, and a meeting of its ADMIN that is nobody else’s business. */
async function team(): Promise<Team> {
  const ana = await world.newcomer()
  const { user } = await query<{ user: { email: string } }>(ana, 'auth.me')
  const [Omar, Cleo] = [await employ(ana, 'Omar'), await employ(ana, 'Cleo')]
  const { event } = await call<{ event: { id: string } }>(ana, 'events.create', {
    ...SECRET,
    startsAt: `${TUESDAY}T12:00:00+02:00`,
    endsAt: `${TUESDAY}T13:00:00+02:00`,
    participants: [],
  })
  return { ana, emails: { ana: user.email, Omar, Cleo }, secretId: event.id }
}

function employ(page: Page, name: keyof typeof PEOPLE): Promise<string> {
  return hire(world, page, { name: `${name} Reed`, timeZone: 'Europe/Berlin', role: PEOPLE[name] })
}

interface Watched {
  page: Page
  /** Procedures that were refused. */
  refused: string[]
  /** All that the server has said. */
  heard: string[]
  /** Waits until everything that was asked is answered. */
  answered: () => Promise<void>
}

/** The stream of changes is never answered to its end. */
function isQuestion(request: Request): boolean {
  return request.url().includes('/trpc/') && !request.url().includes('live.changes')
}

/** A browser of its own in which somebody is signed in, and what the server says to it. */
async function watch(email: string): Promise<Watched> {
  const page = await world.newPage()
  await call(page, 'auth.signIn', { email, password: PASSWORD })
  const refused: string[] = []
  const heard: string[] = []
  const asked = new Set<Request>()
  page.on('request', (request) => isQuestion(request) && asked.add(request))
  page.on('requestfinished', (request) => asked.delete(request))
  page.on('requestfailed', (request) => asked.delete(request))
  page.on('response', async (response) => {
    if (!response.url().includes('/trpc/')) return
    if (response.status() === 403) refused.push(new URL(response.url()).pathname)
    heard.push(await response.text().catch(() => ''))
  })
  const answered = () => expect.poll(() => asked.size).toBe(0)
  return { page, refused, heard, answered }
}

interface Offer {
  path: string
  /** The name of a button or of a field. */
  name: string | RegExp
  to: readonly ('ADMIN' | 'OPERATOR' | 'CLIENT')[]
}

const OFFERS: readonly Offer[] = [
  { path: '/members', name: 'Invite', to: ['ADMIN'] },
  { path: '/members', name: /^Deactivate/, to: ['ADMIN'] },
  { path: '/members', name: /^Hand over/, to: ['ADMIN'] },
  { path: '/members', name: /^Role of/, to: ['ADMIN'] },
  { path: '/calendar/availability', name: 'Whose availability', to: ['ADMIN'] },
  { path: '/activity', name: 'Person', to: ['ADMIN'] },
  { path: '/activity', name: /CSV/, to: ['ADMIN', 'OPERATOR', 'CLIENT'] },
  { path: '/settings?section=tokens', name: 'New token', to: ['ADMIN', 'OPERATOR', 'CLIENT'] },
]

const PAGES = [
  '/calendar?people=everyone',
  '/calendar/suggest',
  '/calendar/availability',
  '/calendar/connections',
  '/members',
  '/activity',
  '/settings',
  '/settings?section=reminders',
  '/settings?section=security',
  '/settings?section=tokens',
  '/outbox',
]

test('H2: each role walks every page; nothing is loaded that is refused, and nothing offered that would be', async () => {
  const { emails } = await team()
  for (const [role, email] of [
    ['ADMIN', emails.ana],
    ['OPERATOR', emails.Omar],
    ['CLIENT', emails.Cleo],
  ] as const) {
    const { page, refused, answered } = await watch(email)
    for (const path of PAGES) {
      await page.goto(path)
      await settled(page)
      await answered()
      for (const { name, to } of OFFERS.filter((offer) => offer.path === path)) {
        const controls = page
          .getByRole('main')
          .getByRole('button', { name })
          .or(page.getByRole('main').getByLabel(name, { exact: typeof name === 'string' }))
        const isOffered = to.includes(role)
        if (isOffered) await controls.first().waitFor()
        expect([role, path, name, (await controls.count()) > 0]).toEqual([role, path, name, isOffered])
      }
    }
    expect([role, refused]).toEqual([role, []])
    await page.context().close()
  }
})

test('H2: a meeting of others is opened by an OPERATOR with all that can be done, by a CLIENT as busy and nothing else', async () => {
  const { emails } = await team()
  const omar = await watch(emails.Omar)
  await omar.page.goto(`/calendar?view=week&date=${TUESDAY}&people=everyone`)
  await box(omar.page, SECRET.title).click()
  for (const name of ['Edit', 'Cancel event', 'Delete']) await omar.page.getByRole('button', { name }).waitFor()
  await omar.page.getByRole('button', { name: 'Cancel event' }).click()
  await (await toast(omar.page, 'cancelled')).getByRole('button', { name: 'Undo' }).click()
  await box(omar.page, SECRET.title).waitFor()
  expect(omar.refused).toEqual([])

  const { page, refused } = await watch(emails.Cleo)
  await page.goto(`/calendar?view=week&date=${TUESDAY}&people=everyone`)
  await box(page, 'Busy').click()
  await panel(page).getByText('Tuesday, 10 June').waitFor()
  for (const name of ['Edit', 'Cancel event', 'Delete', 'Accept', 'Decline'])
    expect([name, await panel(page).getByRole('button', { name }).count()]).toEqual([name, 0])
  await page.keyboard.press('Escape')
  expect(refused).toEqual([])
})

test('H2: wherever a CLIENT looks, books or asks, the server never says what others are busy with', async () => {
  const { emails, secretId } = await team()
  const { page, heard } = await watch(emails.Cleo)
  const sees = async (what: string) => {
    const text = (await page.locator('body').textContent()) ?? ''
    expect([what, SECRETS.filter((secret) => text.includes(secret))]).toEqual([what, []])
  }
  for (const view of ['day', 'week', 'month']) {
    await page.goto(`/calendar?view=${view}&date=${TUESDAY}&people=everyone`)
    await box(page, 'Busy').waitFor()
    await sees(view)
  }

  await page.goto(`/calendar?event=${secretId}`)
  await settled(page)
  await sees('an address of the event')

  await openCalendar(page, 'week')
  await page.keyboard.press('c')
  await page.getByLabel('Title').fill('With Ana')
  await page.getByLabel('Start date').fill(TUESDAY)
  await page.getByLabel('Start time').fill('12:00')
  await page.getByLabel('Participants').fill(emails.ana)
  await page.keyboard.press('Enter')
  await page.getByText('This time overlaps an event').waitFor()
  await sees('the warning of the form')
  await page.getByRole('button', { name: 'Save as a conflict' }).click()
  await toast(page, 'saved as a conflict')
  await sees('the toast')
  await box(page, 'With Ana').click()
  await panel(page).getByText('Conflict').first().waitFor()
  await sees('the panel of the conflict')

  await page.goto(
    `/calendar/suggest?from=${TUESDAY}&to=${TUESDAY}&people=${encodeURIComponent(JSON.stringify([emails.ana]))}`,
  )
  await page.getByRole('grid', { name: 'Starts' }).getByRole('button', { name: 'Tue 10 Jun, 12:00' }).click()
  await panel(page).getByText(/busy/i).first().waitFor()
  await sees('why not')

  await page.goto('/activity')
  await page.getByRole('heading', { name: 'Activity' }).waitFor()
  await settled(page)
  await sees('the log')
  expect(heard.length).toBeGreaterThan(10)
  expect(SECRETS.filter((secret) => heard.some((answer) => answer.includes(secret)))).toEqual([])
})

test('H2: an address that leads to what is refused or gone says so kindly, and the page stays of use', async () => {
  const { emails } = await team()
  const { page } = await watch(emails.Cleo)
  await page.goto('/calendar?event=00000000-0000-4000-8000-000000000000')
  await toast(page, 'The event could not be opened')
  await page.getByRole('button', { name: 'New event' }).first().waitFor()
  const [other] = (await query<{ members: { id: string; email: string }[] }>(page, 'members.list')).members.filter(
    ({ email }) => email === emails.ana,
  )
  await page.goto(`/calendar/availability?person=${other?.id}`)
  await page.getByRole('heading', { name: 'Weekly hours' }).waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
})
