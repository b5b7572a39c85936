import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { outputText, responseOf, sendJson, startOpenAiStandIn } from '../../server/src/testing/openai-stand-in.ts'
import { box, call, hire, panel, PHONE, query, sidewaysScrollers, toast, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

/** Berlin's clocks go forward on Sunday the 30th, New York's have already. */
const RANGE = { from: '2031-03-27', to: '2031-04-02' }

interface Search {
  people?: string[]
  optional?: string[]
  minutes?: number
  from?: string
  to?: string
}

async function openSearch(page: Page, search: Search = {}): Promise<void> {
  const entries = Object.entries({ ...RANGE, ...search })
  const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
  await page.goto(`/calendar/suggest?${new URLSearchParams(entries.map(([key, value]) => [key, text(value)]))}`)
  await page.getByRole('heading', { name: 'Find a time' }).waitFor()
}

function cards(page: Page): Locator {
  return page.getByRole('list', { name: 'Suggested times' }).locator(':scope > li')
}

/** Five people in Berlin, New York and Kolkata; the afternoon of Berlin is all that they share. */
async function fivePeople(page: Page): Promise<string[]> {
  const { user } = await query<{ user: { email: string } }>(page, 'auth.me')
  const role = 'OPERATOR'
  const emails = [user.email, await hire(world, page, { name: 'Max Holt', timeZone: 'Europe/Berlin', role })]
  emails.push(await hire(world, page, { name: 'Tom Reed', timeZone: 'America/New_York', role }))
  emails.push(await hire(world, page, { name: 'Zoe Park', timeZone: 'America/New_York', role }))
  emails.push(await hire(world, page, { name: 'Priya Rao', timeZone: 'Asia/Kolkata', role }))
  const { members } = await query<{ members: { id: string; name: string }[] }>(page, 'members.list')
  const late = [1, 2, 3, 4, 5].map((dayOfWeek) => ({ dayOfWeek, startTime: '13:00', endTime: '21:00' }))
  await call(page, 'availability.set', { userId: members.find(({ name }) => name === 'Priya Rao')?.id, rules: late })
  return emails
}

test('E1, E2, D3: five people in three zones across a change of the clocks, each with their local time', async () => {
  const page = await world.signedUp()
  const people = await fivePeople(page)
  await openSearch(page, { minutes: 60 })
  for (const name of ['Max Holt', 'Tom Reed', 'Zoe Park', 'Priya Rao']) {
    await page.getByRole('combobox', { name: 'People' }).fill(name)
    await page.getByRole('option', { name }).click()
  }
  await page.getByText('suit 5 people').waitFor()
  await page.getByText('Ranked by score').waitFor()
  await page.waitForURL((address) => people.every((email) => address.searchParams.get('people')?.includes(email)))

  const found = await cards(page).allInnerTexts()
  expect(found).toHaveLength(5)
  const seen = found.map((text) => {
    const [, day, from] = /(\d+) (?:March|April) 2031, (\d\d:\d\d)–/.exec(text.replaceAll(/\s+/g, ' ')) ?? []
    const local = (name: string) => new RegExp(`${name}\\s+(\\d\\d:\\d\\d)`).exec(text)?.[1]
    return { isBefore: Number(day) > 20 && Number(day) < 30, from, tom: local('Tom Reed'), priya: local('Priya Rao') }
  })
  expect(new Set(seen.map(({ isBefore }) => isBefore)).size).toBe(2)
  for (const { isBefore, from = '', tom, priya } of seen) {
    const hour = Number(from.slice(0, 2)) + Number(from.slice(3)) / 60
    const clock = (value: number) => `${String(Math.floor(value)).padStart(2, '0')}:${value % 1 ? '30' : '00'}`
    expect([from, tom, priya]).toEqual([from, clock(hour - (isBefore ? 5 : 6)), clock(hour + (isBefore ? 4.5 : 3.5))])
    // Before: until Priya's 21:00, which is 16:30; afterwards from New York's 09:00, which is 15:00.
    expect(isBefore ? hour >= 14 && hour <= 15.5 : hour >= 15 && hour <= 16).toBe(true)
  }
  await page.reload()
  await cards(page).first().waitFor()
  expect(await cards(page).allInnerTexts()).toEqual(found)
})

test('E2: the parts of a score are lines that sum to it', async () => {
  const page = await world.signedUp()
  await openSearch(page, { minutes: 45 })
  const card = cards(page).first()
  await card.getByText('How the score is made up').click()
  const parts = await card.locator('dd').allInnerTexts()
  const points = parts.map((text) => Number(text.replace('−', '-')))
  const score = points.pop()
  expect(points.length).toBeGreaterThan(4)
  expect(Math.round(points.reduce((sum, part) => sum + part, 0) * 10) / 10).toBe(score)
  await card.getByText('Early in the week: ').waitFor()
})

test('E1: length, days and time of day search anew by themselves; what is wrong is named at its field', async () => {
  const page = await world.signedUp()
  await page.getByRole('link', { name: 'Find a time' }).first().click()
  await cards(page).first().waitFor()
  await page.getByLabel('First day').fill('2031-03-31')
  await page.getByLabel('Last day').fill('2031-03-31')
  await page.getByRole('button', { name: '90 minutes' }).click()
  await page.getByText('Morning', { exact: true }).click()
  await cards(page).first().getByText('Monday, 31 March 2031').waitFor()
  await page.waitForURL('**/calendar/suggest?**minutes=90**time=morning**')
  await page.getByLabel('Length in minutes').fill('500')
  await page.getByText('Expected whole minutes from 15 to 480.').waitFor()
  await page.getByLabel('Length in minutes').fill('60')
  await page.getByLabel('Last day').fill('2031-03-01')
  await page.getByText('Expected an end after the start.').waitFor()
  await page.getByLabel('Last day').fill('2032-12-01')
  await page.getByText(/Expected at most \d+ days/).waitFor()
  await page.getByLabel('Last day').fill('2031-04-01')
  await cards(page).first().waitFor()
})

test('B5, E1: a weekly meeting goes where every week is free; what clashes is said before it is booked', async () => {
  const page = await world.signedUp()
  const range = { from: '2031-04-01', to: '2031-04-01' }
  // In the third week only two hours are left.
  const fair = { startsAt: '2031-04-15T07:00:00Z', endsAt: '2031-04-15T13:00:00Z' }
  await call(page, 'events.create', { title: 'Fair', ...fair, participants: [] })
  await openSearch(page, { ...range, minutes: 60 })
  await page.getByLabel('Repeat', { exact: true }).selectOption('Every week')
  await page.waitForURL('**/calendar/suggest?**repeat=weekly**')
  await cards(page).first().getByText('All 79 weeks free').waitFor()
  const last = cards(page).filter({ hasText: '78 of 79 weeks free, not' }).first()
  await last.getByText(/15 Apr/).waitFor()
  await last.getByRole('button', { name: /^Book / }).click()
  await toast(page, '78 of 79 weeks free')
  const { events } = await query<{ events: { startsAt: string; status: string }[] }>(page, 'events.list', {
    from: '2031-04-01T00:00:00Z',
    to: '2031-04-30T00:00:00Z',
  })
  expect(events.map(({ status }) => status).toSorted()).toEqual([
    'CONFLICT',
    'SCHEDULED',
    'SCHEDULED',
    'SCHEDULED',
    'SCHEDULED',
    'SCHEDULED',
  ])
})

test('E4: an impossible meeting names who is in the way and the nearest change, which is one press away', async () => {
  const page = await world.signedUp()
  const people = await fivePeople(page)
  await openSearch(page, { people, minutes: 240 })
  await page.getByText('No time suits everybody').waitFor()
  const suggestions = page.getByRole('region', { name: 'Suggestions' })
  await suggestions
    .getByText(/outside of working hours at \d+/)
    .first()
    .waitFor()
  await suggestions.getByRole('button', { name: /^Make it \d+ minutes/ }).click()
  await cards(page).first().waitFor()
  const minutes = Number(await page.getByLabel('Length in minutes').inputValue())
  expect(minutes).toBeGreaterThanOrEqual(60)
  expect(minutes).toBeLessThan(240)
  await page.waitForURL(`**/calendar/suggest?**minutes=${minutes}**`)
})

test('E4: why not is answered on any start, by keyboard, person by person, with a way out', async () => {
  const page = await world.signedUp()
  const people = await fivePeople(page)
  await openSearch(page, { people, minutes: 60 })
  await cards(page).first().waitFor()
  const grid = page.getByRole('grid', { name: 'Starts' })
  expect(await grid.getByRole('button', { name: /suggestion \d/ }).count()).toBe(5)
  expect(await grid.locator('button[tabindex="0"]').count()).toBe(1)
  await grid.locator('button[tabindex="0"]').focus()
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowDown', 'Enter'])
    await page.keyboard.press(key)
  const sheet = panel(page)
  await sheet.getByRole('heading', { name: /Fri 28 Mar, 09:00/ }).waitFor()
  await sheet.getByText('Not free').waitFor()
  await sheet.getByText(/Tom Reed: 04:00 in America\/New York is outside/).waitFor()
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  await expect.poll(() => page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Fri 28 Mar, 09:00')

  await grid.getByRole('button', { name: 'Thu 27 Mar, 16:00' }).click()
  await sheet.getByText(/Priya Rao: 20:30 in Asia\/Kolkata is outside/).waitFor()
  await sheet.getByRole('button', { name: 'Make Priya Rao optional' }).click()
  await sheet.getByText('Everyone required is free').waitFor()
  await sheet.getByText('Optional, so it does not matter.').waitFor()
  await sheet.getByRole('button', { name: 'Book this time' }).click()
  await toast(page, '“Ana, Max and 3 others” booked for Thu 27 Mar, 16:00–17:00')
})

test('D3, E4: the grid leaves out a time that the clocks skip', async () => {
  const page = await world.signedUp()
  await openSearch(page)
  const grid = page.getByRole('grid', { name: 'Starts' })
  await grid.getByRole('button', { name: 'Sun 30 Mar, 01:30' }).waitFor()
  expect(await grid.getByRole('button', { name: 'Sun 30 Mar, 02:30' }).count()).toBe(0)
  await grid.getByRole('columnheader', { name: /Sunday.* Clocks go forward 1 hour at 02:00/ }).waitFor()
})

test('E5: a suggestion is booked with one press, found on the calendar with its reasons, and no longer offered', async () => {
  const page = await world.signedUp()
  const people = await fivePeople(page)
  await openSearch(page, { people: people.slice(0, 3), optional: people.slice(3), minutes: 30 })
  await page.getByLabel('Title of the event').fill('Launch review')
  const first = cards(page).first()
  const heading = (await first.getByRole('heading').innerText()).replaceAll(/\s+/g, ' ')
  const score = /(\d+(?:\.\d)?)\s*\/ 100/.exec(await first.innerText())?.[1]
  await first.getByRole('button', { name: /^Book / }).click()
  const message = await toast(page, '“Launch review” booked for')
  await expect
    .poll(async () => (await cards(page).first().getByRole('heading').innerText()).replaceAll(/\s+/g, ' '))
    .not.toBe(heading)
  await message.getByRole('button', { name: 'Show in the calendar' }).click()
  await box(page, 'Launch review').click()
  await panel(page).getByText(`Suggested, score ${score}`).waitFor()
  await panel(page).getByText('How the score is made up').click()
  await panel(page).getByText('Everyone required is free and within their hours').waitFor()
  expect(heading).toContain(/\d\d:\d\d/.exec((await panel(page).innerText()).replaceAll(/\s+/g, ' '))?.[0])
})

test('E5: a time that somebody else took in between is not booked, and the search is asked again', async () => {
  const page = await world.signedUp()
  // Live, the card would go before it is pressed.
  await page.route('**/trpc/live.changes**', (route) => route.abort())
  await openSearch(page, { minutes: 30 })
  const first = cards(page).first()
  const taken = await first.getByRole('button', { name: /^Book / }).getAttribute('aria-label')
  const { user } = await query<{ user: { email: string } }>(page, 'auth.me')
  const { suggestions } = await query<{ suggestions: { startsAt: string; endsAt: string }[] }>(
    page,
    'scheduling.suggest',
    {
      participants: [user.email],
      durationMinutes: 30,
      range: { from: '2031-03-26T23:00:00Z', to: '2031-04-02T22:00:00Z' },
      timeZone: 'Europe/Berlin',
    },
  )
  const { startsAt, endsAt } = suggestions[0] ?? {}
  await call(page, 'events.create', { title: 'Quicker', startsAt, endsAt, participants: [] })
  await first.getByRole('button', { name: /^Book / }).click()
  await toast(page, 'Not booked')
  await page.getByRole('button', { name: taken ?? '' }).waitFor({ state: 'detached' })
})

test('E1: somebody whom nobody knows is searched for as always open, and said so', async () => {
  const page = await world.signedUp()
  await openSearch(page)
  await page.getByRole('combobox', { name: 'People' }).fill('zoe@elsewhere.example')
  await page.keyboard.press('Enter')
  await page.getByText('zoe@elsewhere.example has no account here').waitFor()
  await page.getByRole('button', { name: /^Remove Ana Silva/ }).click()
  await expect.poll(() => cards(page).first().innerText()).not.toContain('Ana Silva')
})

test('E1: a list of people that no address could hold is searched too, and its cards stay short', async () => {
  const page = await world.signedUp()
  const people = Array.from({ length: 60 }, (_, i) => `guest-${i}.with-a-rather-long-name@partner-company.example`)
  await openSearch(page, { people, minutes: 30 })
  await page.getByText('suit 60 people').waitFor()
  await page.getByText('and others have no account here').waitFor()
  const first = cards(page).first()
  const listed = first.getByRole('list', { name: 'People' }).getByRole('listitem')
  expect(await listed.count()).toBe(8)
  await first.getByRole('button', { name: 'Show all 60 people' }).click()
  expect(await listed.count()).toBe(60)
})

test('E3: with a model the times stand in its order with its notes, and the page says who ranked them', async () => {
  const openAi = await startOpenAiStandIn()
  const withModel = await World.start({ openAi: { apiKey: 'sk-test', model: 'test', baseUrl: openAi.baseUrl } })
  try {
    const idsOf = (body = '') => [...body.matchAll(/\\"id\\":\\"(\w+)\\"/g)].map(([, id]) => id)
    openAi.answer = (response) => {
      const ids = idsOf(openAi.requests.at(-1)?.body).toReversed()
      const ranking = ids.map((id, index) => ({ id, note: `Kind to everybody, place ${index + 1}.` }))
      sendJson(response, responseOf(outputText(JSON.stringify({ ranking }))))
    }
    const page = await withModel.signedUp()
    await openSearch(page)
    await page.getByText('Ranked by a model').waitFor()
    const texts = await cards(page).allInnerTexts()
    expect(texts.map((text) => /place \d/.exec(text)?.[0])).toEqual(texts.map((_text, index) => `place ${index + 1}`))

    openAi.answer = (response) => sendJson(response, {}, 500)
    await page.getByLabel('Length in minutes').fill('60')
    await page.getByText('Ranked by score').waitFor()
  } finally {
    await withModel.stop()
    await openAi.stop()
  }
})

test('E1: a failed search says so and can be asked again', async () => {
  const page = await world.signedUp()
  const data = { code: 'BAD_REQUEST', httpStatus: 400 }
  const refusal = { error: { message: 'Not today.', code: -32600, data } }
  await page.route('**/trpc/scheduling.suggest*', (route) => route.fulfill({ status: 400, json: refusal }))
  await openSearch(page)
  await page.getByText('The search failed').waitFor()
  await page.getByText('Not today.').waitFor()
  await page.unroute('**/trpc/scheduling.suggest*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await cards(page).first().waitFor()
})

test('C5: the form warns of a time outside of somebody’s hours, softly, and saves it all the same', async () => {
  const page = await world.signedUp()
  const tom = await hire(world, page, { name: 'Tom Reed', timeZone: 'America/New_York', role: 'OPERATOR' })
  await page.keyboard.press('c')
  await page.getByLabel('Title').fill('Early call')
  await page.getByLabel('Start date').fill('2031-06-10')
  await page.getByLabel('Start time').fill('10:00')
  await page.getByText('Everyone required is free at this time.').waitFor()
  expect(await page.getByText('Outside of somebody’s hours').count()).toBe(0)
  await page.getByLabel('Participants').fill(tom)
  await page.keyboard.press('Enter')
  const warning = page.getByRole('status').filter({ hasText: 'Outside of somebody’s hours' })
  await warning.getByText('Tom Reed').waitFor()
  await page.getByRole('button', { name: 'Create event' }).click()
  const message = await toast(page, '“Early call” created')
  await message.getByText('Tom Reed').waitFor()
  await box(page, 'Early call').waitFor()
})

test('E1, E4: at 360 px the bar leads to the results, and nothing scrolls sideways', async () => {
  const phone = await world.signedUp(PHONE)
  await openSearch(phone, { minutes: 480 })
  await cards(phone).first().waitFor()
  await phone.getByRole('button', { name: 'Show', exact: true }).click()
  await expect
    .poll(() =>
      cards(phone)
        .first()
        .evaluate((card) => card.getBoundingClientRect().top < innerHeight / 2),
    )
    .toBe(true)
  expect(await sidewaysScrollers(phone)).toEqual([])
  expect(await phone.getByRole('grid').getByRole('columnheader').count()).toBe(2)
  await phone.getByRole('button', { name: 'Later days' }).click()
  await phone.getByRole('grid').getByRole('button', { name: 'Fri 28 Mar, 10:00' }).click()
  await panel(phone).getByText('What is in the way').waitFor()
  expect(await sidewaysScrollers(phone)).toEqual([])
})
