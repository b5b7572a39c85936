import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type GoogleForTests, INES, startForTests, timed } from './google-for-tests.ts'

const EVENTS = '/calendars/primary/events'

interface Item {
  id: string
  status: string
}

let google: GoogleForTests
beforeEach(async () => {
  google = await startForTests()
})
afterEach(() => google.close())

async function pages(query: string, whenPageWasRead = () => {}) {
  const items: Item[] = []
  let pageToken: string | null = null
  for (let count = 1; ; count++) {
    const { status, body } = await google.ask('GET', `${EVENTS}?${query}${pageToken ? `&pageToken=${pageToken}` : ''}`)
    expect(status).toBe(200)
    items.push(...body.items)
    // One of both: the sync token is on the last page only.
    expect([body.nextPageToken, body.nextSyncToken].filter(Boolean)).toHaveLength(1)
    if (!body.nextPageToken) return { items, count, syncToken: String(body.nextSyncToken) }
    pageToken = body.nextPageToken
    whenPageWasRead()
  }
}

const add = (...days: number[]) =>
  google.control.insertMany(
    INES,
    days.map((day) => timed(day, { summary: `On ${day}` })),
  )
const ids = (items: Item[]) => items.map(({ id }) => id)

describe('a full list', () => {
  it('comes page by page and has no tombstones unless they are asked for', async () => {
    const [first, second, third] = add(1, 2, 3)
    google.control.delete(INES, second?.id ?? '')
    const { items, count } = await pages('maxResults=1')
    expect(ids(items)).toEqual([first?.id, third?.id])
    expect(count).toBe(2)
    const all = await pages('showDeleted=true')
    expect(all.items.map(({ status }) => status)).toEqual(['confirmed', 'cancelled', 'confirmed'])
  })

  it('has 250 events a page, and 2,500 at most', async () => {
    google.control.insertMany(
      INES,
      Array.from({ length: 2600 }, () => timed(10)),
    )
    expect((await google.ask('GET', EVENTS)).body.items).toHaveLength(250)
    expect((await google.ask('GET', `${EVENTS}?maxResults=9999`)).body.items).toHaveLength(2500)
    google.control.setPageCap(100)
    expect((await pages('maxResults=2500')).count).toBe(26)
    for (const no of ['0', '-1', 'many'])
      expect((await google.ask('GET', `${EVENTS}?maxResults=${no}`)).status).toBe(400)
  })

  it('misses nothing that changes while it is read', async () => {
    const [first] = add(1, 2, 3)
    let isChanged = false
    const { items, syncToken } = await pages('maxResults=2', () => {
      if (isChanged) return
      isChanged = true
      google.control.patch(INES, first?.id ?? '', { summary: 'Changed' })
      google.control.delete(INES, google.control.events(INES)[1]?.id ?? '')
    })
    expect(items).toHaveLength(3)
    const changes = await pages(`syncToken=${syncToken}`)
    expect(changes.items.map(({ status }) => status)).toEqual(['confirmed', 'cancelled'])
  })

  it.each(['iCalUID=x', 'q=On+2', 'timeMin=2026-03-02T00:00:00Z&timeMax=2026-03-03T00:00:00Z'])(
    'is filtered by %s',
    async (query) => {
      const [, second] = add(1, 2, 3)
      const { body } = await google.ask('GET', `${EVENTS}?${query.replace('iCalUID=x', `iCalUID=${second?.iCalUID}`)}`)
      expect(ids(body.items)).toEqual([second?.id])
    },
  )

  it.each(['timeMin=yesterday', 'timeMin=2026-03-02T00:00:00', 'pageToken=nonsense', 'timeZone=Mars'])(
    'refuses %s',
    async (query) => {
      expect((await google.ask('GET', `${EVENTS}?${query}`)).status).toBe(400)
    },
  )
})

describe('an incremental list', () => {
  it('has what changed since, each once in its last state, deletions too', async () => {
    const [first, second] = add(1, 2, 3)
    const { syncToken } = await pages('')
    expect((await pages(`syncToken=${syncToken}`)).items).toEqual([])
    google.control.patch(INES, first?.id ?? '', { summary: 'Once' })
    google.control.patch(INES, first?.id ?? '', { summary: 'Twice' })
    google.control.delete(INES, second?.id ?? '')
    const [added] = add(4)
    const { items, count, syncToken: next } = await pages(`syncToken=${syncToken}&maxResults=1`)
    expect(items).toEqual([
      expect.objectContaining({ id: first?.id, summary: 'Twice' }),
      { kind: 'calendar#event', etag: expect.any(String), id: second?.id, status: 'cancelled' },
      expect.objectContaining({ id: added?.id }),
    ])
    expect(count).toBe(3)
    expect((await pages(`syncToken=${next}`)).items).toEqual([])
    // The old one still tells the same.
    expect((await pages(`syncToken=${syncToken}`)).items).toEqual(items)
  })

  it('leaves what changes while it is read to the next', async () => {
    const [first] = add(1, 2, 3)
    const { syncToken } = await pages('')
    for (const { id } of google.control.events(INES)) google.control.patch(INES, id, { location: 'Here' })
    let isChanged = false
    const { items, syncToken: next } = await pages(`syncToken=${syncToken}&maxResults=1`, () => {
      if (!isChanged) google.control.patch(INES, google.control.events(INES)[2]?.id ?? '', { location: 'There' })
      isChanged = true
    })
    const after = await pages(`syncToken=${next}`)
    expect(new Set([...ids(items), ...ids(after.items)]).size).toBe(3)
    expect(ids(items)).toContain(first?.id)
    expect(after.items).toMatchObject([{ location: 'There' }])
  })

  it.each([
    'iCalUID=x',
    'orderBy=updated',
    'q=x',
    'timeMin=2026-03-02T00:00:00Z',
    'timeMax=2026-03-02T00:00:00Z',
    'updatedMin=2026-03-02T00:00:00Z',
    'privateExtendedProperty=a%3Db',
    'sharedExtendedProperty=a%3Db',
    'showDeleted=false',
    'singleEvents=true',
  ])('refuses %s', async (query) => {
    const { syncToken } = await pages('')
    expect((await google.ask('GET', `${EVENTS}?syncToken=${syncToken}&${query}`)).status).toBe(400)
  })

  it('refuses a token that is none, or of another calendar', async () => {
    expect((await google.ask('GET', `${EVENTS}?syncToken=nonsense`)).status).toBe(400)
    google.control.addCalendar({ id: 'team@group.example', summary: 'Team', roles: { [INES]: 'owner' } })
    const { syncToken } = await pages('')
    expect((await google.ask('GET', `/calendars/team@group.example/events?syncToken=${syncToken}`)).status).toBe(400)
  })

  it('ends with 410 when the token expired, also between two pages', async () => {
    add(1)
    const { syncToken } = await pages('')
    add(2, 3)
    const { body } = await google.ask('GET', `${EVENTS}?syncToken=${syncToken}&maxResults=1`)
    google.control.expireSyncTokens(INES)
    for (const more of ['', `&maxResults=1&pageToken=${body.nextPageToken}`])
      expect(await google.ask('GET', `${EVENTS}?syncToken=${syncToken}${more}`)).toMatchObject({
        status: 410,
        body: { error: { errors: [{ domain: 'calendar', reason: 'fullSyncRequired' }] } },
      })
    const { syncToken: fresh } = await pages('')
    expect((await pages(`syncToken=${fresh}`)).items).toEqual([])
  })
})

it('holds ten thousand events, and finds three changes among them without reading the rest', async () => {
  const added = google.control.insertMany(
    INES,
    Array.from({ length: 10_000 }, (_, index) => timed((index % 28) + 1)),
  )
  const { items, count, syncToken } = await pages('maxResults=2500')
  expect([items.length, count]).toEqual([10_000, 4])
  for (const { id } of added.slice(4000, 4003)) google.control.move(INES, id, 3_600_000)
  expect((await pages(`syncToken=${syncToken}&maxResults=2500`)).items).toHaveLength(3)
})
