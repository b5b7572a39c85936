import { foldText } from '@astralis/core/search/fold-text'
import { searchEventsInput } from '@astralis/core/search/search-input'
import { wordStarts } from '@astralis/core/search/word-starts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ServiceContext } from '../context.ts'
import {
  addMember,
  createOrganization,
  createTestWorld,
  eventInput,
  type TestWorld,
  updateInput,
} from '../testing/test-world.ts'
import { cancelEvent } from './cancel-event.ts'
import { createEvent } from './create-event.ts'
import { deleteEvent } from './delete-event.ts'
import { searchEvents } from './search-events.ts'
import { updateEvent } from './update-event.ts'

let world: TestWorld
beforeAll(async () => {
  world = await createTestWorld()
})
afterAll(() => world.close())

type Fields = NonNullable<Parameters<typeof eventInput>[0]>

const search = (ctx: ServiceContext, text: string, fields: object = {}) =>
  searchEvents(ctx, searchEventsInput.parse({ text, ...fields }))
const titles = async (ctx: ServiceContext, text: string, fields: object = {}) =>
  (await search(ctx, text, fields)).events.map(({ title }) => title)

/** An hour's event on a day of March; `FREE`, so that nothing is in the way of anything. */
async function book(ctx: ServiceContext, day: number, fields: Fields) {
  const date = `2026-03-${String(day).padStart(2, '0')}`
  const times = { startsAt: `${date}T09:00:00Z`, endsAt: `${date}T10:00:00Z` }
  return (await createEvent(ctx, eventInput({ ...times, showsAs: 'FREE', ...fields }))).event
}

describe('B1: words are found', () => {
  let ada: ServiceContext
  beforeAll(async () => {
    ada = await createOrganization(world)
    const events: Fields[] = [
      { title: 'Budget Review', location: 'Café Müller, Straße 5', description: 'Bring the R&D plan' },
      { title: 'Réunion d’équipe', participants: [{ email: 'ana-maria.lima@harborpine.example', name: 'Ana Lima' }] },
      { title: '来週の会議室予約' },
      { title: 'الاجتماع الأسبوعي' },
      { title: '50% off campaign' },
      { title: '500 things' },
      { title: 'foo_bar follow-up' },
      { title: 'Ölçüm İstanbul ΟΔΟΣ' },
      { title: 'C# & C++ guild (Q3)' },
      { title: 'Back\\slash “quoted”' },
    ]
    for (const [index, fields] of events.entries()) await book(ada, index + 3, fields)
  })

  it.each([
    ['budget', ['Budget Review']],
    ['BUDG', ['Budget Review']],
    ['rev bud', ['Budget Review']],
    ['udget', []],
    ['budget lima', []],
    ['cafe', ['Budget Review']],
    ['strasse mueller', []],
    ['STRASSE MULLER', ['Budget Review']],
    ['review müller plan', ['Budget Review']],
    ['r&d', ['Budget Review']],
    ['reunion', ['Réunion d’équipe']],
    ['re\u0301union', ['Réunion d’équipe']],
    ["d'equipe", ['Réunion d’équipe']],
    ['équipe', ['Réunion d’équipe']],
    ['lima', ['Réunion d’équipe']],
    ['ana lima', ['Réunion d’équipe']],
    ['lima@harbor', ['Réunion d’équipe']],
    ['ana-maria.lima@harborpine.example', ['Réunion d’équipe']],
    ['harborpine', ['Réunion d’équipe']],
    ['reunion harborpine', ['Réunion d’équipe']],
    ['会議', ['来週の会議室予約']],
    ['議室', ['来週の会議室予約']],
    ['予約 会議', ['来週の会議室予約']],
    ['約予', []],
    ['اجتماع', ['الاجتماع الأسبوعي']],
    ['الاسبوعي', ['الاجتماع الأسبوعي']],
    ['50%', ['50% off campaign']],
    ['50', ['50% off campaign', '500 things']],
    ['%', []],
    ['5%', []],
    ['5_', []],
    ['_', []],
    ['*', []],
    ['budg*', []],
    ['budget:*', []],
    ["budget'", ['Budget Review']],
    ['budget | lima', []],
    ['!budget', ['Budget Review']],
    ['foo_bar', ['foo_bar follow-up']],
    ['bar', ['foo_bar follow-up']],
    ['foo%bar', []],
    ['follow up', ['foo_bar follow-up']],
    ['follow-up', ['foo_bar follow-up']],
    ['olcum istanbul', ['Ölçüm İstanbul ΟΔΟΣ']],
    ['οδος', ['Ölçüm İstanbul ΟΔΟΣ']],
    ['c#', ['C# & C++ guild (Q3)']],
    ['c++', ['C# & C++ guild (Q3)']],
    ['(q3', ['C# & C++ guild (Q3)']],
    ['back\\slash', ['Back\\slash “quoted”']],
    ['slash quoted.', ['Back\\slash “quoted”']],
    ["'; drop table events", []],
    ['...', []],
    ['\u{1f600}', []],
  ])('%s', async (text, expected) => {
    expect(await titles(ada, text)).toEqual(expected)
  })

  it('says where, and what the description says there', async () => {
    const [inTitle] = (await search(ada, 'budget plan')).events
    expect(inTitle).toMatchObject({ matched: ['title', 'description'], excerpt: 'Bring the R&D plan' })
    const [byName] = (await search(ada, 'ana lima')).events
    expect(byName).toMatchObject({ matched: ['people'], people: ['Ana Lima', 'Test person'], peopleCount: 2 })
    expect(byName).toMatchObject({ organizer: 'Test person', status: 'SCHEDULED', excerpt: null })
  })

  it('follows what is changed, cancelled and deleted', async () => {
    const event = await book(ada, 20, { title: 'Zebra', participants: [{ email: 'zoe@example.com' }] })
    const { event: renamed } = await updateEvent(
      ada,
      updateInput(event, { title: 'Giraffe', description: 'Long neck' }),
    )
    expect([await titles(ada, 'zebra'), await titles(ada, 'giraffe neck zoe')]).toEqual([[], ['Giraffe']])
    const { event: alone } = await updateEvent(ada, updateInput(renamed, { participants: [] }))
    expect([await titles(ada, 'zoe'), await titles(ada, 'neck')]).toEqual([[], ['Giraffe']])
    const { event: cancelled } = await cancelEvent(ada, alone)
    expect((await search(ada, 'giraffe')).events).toMatchObject([{ status: 'CANCELLED' }])
    await deleteEvent(ada, cancelled)
    expect(await titles(ada, 'giraffe')).toEqual([])
  })

  it('members by what they are called now, whatever their events say', async () => {
    const ben = await addMember(world, ada.actor.orgId)
    await book(ada, 21, { title: 'With Ben', participants: [{ email: ben.actor.email, name: 'B. O.' }] })
    await world.owner.execute(`update users set name = 'Benedikt Øster' where id = '${ben.actor.userId}'`)
    const { events } = await search(ada, 'benedikt oster with')
    expect(events).toMatchObject([
      { title: 'With Ben', matched: ['title', 'people'], people: ['B. O.', 'Test person'] },
    ])
  })

  it('in time: what is not over at `from`, and has begun before `to`', async () => {
    const from = '2026-03-07T09:30:00Z'
    expect(await titles(ada, '50', { from, to: '2026-03-08T09:00:00Z' })).toEqual(['50% off campaign'])
    expect(await titles(ada, '50', { from: '2026-03-07T10:00:00Z' })).toEqual(['500 things'])
  })
})

describe('B5: a series is found once', () => {
  const weekly = { title: 'Standup', recurrence: 'FREQ=WEEKLY;COUNT=52' }

  it('by its next occurrence, or its last', async () => {
    const ada = await createOrganization(world)
    await book(ada, 4, weekly)
    const [next, ...others] = (await search(ada, 'standup')).events
    expect([next?.startsAt.toString(), others]).toEqual(['2026-03-04T09:00:00Z', []])
    expect(next).toMatchObject({ seriesId: expect.any(String), recurrence: expect.stringContaining('FREQ=WEEKLY') })
    const later = { ...ada, clock: () => ada.clock().add({ hours: 24 * 17 }) }
    expect((await search(later, 'standup')).events[0]?.startsAt.toString()).toBe('2026-03-25T09:00:00Z')
    const afterwards = { ...ada, clock: () => ada.clock().add({ hours: 24 * 800 }) }
    expect((await search(afterwards, 'standup')).events[0]?.startsAt.toString()).toBe('2027-02-24T09:00:00Z')
  })

  it('rather by one that is on than by a cancelled one, and by the one that has the words', async () => {
    const ada = await createOrganization(world)
    const first = await book(ada, 4, weekly)
    await cancelEvent(ada, { id: first.id, version: first.version, scope: 'this' })
    expect((await search(ada, 'standup')).events).toMatchObject([{ status: 'SCHEDULED' }])
    const { from, to } = { from: '2026-03-18T00:00:00Z', to: '2026-03-19T00:00:00Z' }
    const [third] = (await search(ada, 'standup', { from, to })).events
    const change = updateInput({ id: third?.id ?? '', version: 1 }, { scope: 'this', description: 'With cake' })
    await updateEvent(ada, change)
    expect((await search(ada, 'cake')).events).toMatchObject([{ id: third?.id, title: 'Standup' }])
  })
})

describe('B1: pages', () => {
  it('hold everything once, also what begins at the same time, what is to come before what is over', async () => {
    const ada = await createOrganization(world)
    // The clock stands on the second of March.
    for (const day of [1, 1, 1, 5, 5, 5, 5, 6]) await book(ada, day, { title: 'Same time' })
    await world.owner
      .execute(sql`update events set starts_at = starts_at - interval '9 days', ends_at = ends_at - interval '9 days'
      where org_id = ${ada.actor.orgId} and starts_at < '2026-03-02'`)
    await book(ada, 1, { title: 'Same time' })
    const all = (await search(ada, 'same')).events
    expect(all.map(({ startsAt }) => startsAt.toString().slice(5, 10))).toEqual([
      '03-05',
      '03-05',
      '03-05',
      '03-05',
      '03-06',
      '03-01',
      '02-20',
      '02-20',
      '02-20',
    ])
    for (const limit of [1, 2, 3, 4, 9]) {
      const read: string[] = []
      let next: string | null | undefined
      do {
        const page = await search(ada, 'same', { limit, ...(next && { after: next }) })
        expect(page.events.length).toBeGreaterThan(0)
        read.push(...page.events.map(({ id }) => id))
        next = page.next
      } while (next)
      expect(read).toEqual(all.map(({ id }) => id))
    }
  })

  it('are all about one moment, however late one asks for the next', async () => {
    const ada = await createOrganization(world)
    for (const day of [5, 6, 7]) await book(ada, day, { title: 'Paged' })
    const first = await search(ada, 'paged', { limit: 1 })
    const later = { ...ada, clock: () => ada.clock().add({ hours: 24 * 30 }) }
    const rest = await search(later, 'paged', { after: first.next })
    expect(rest.events.map(({ startsAt }) => startsAt.toString().slice(5, 10))).toEqual(['03-06', '03-07'])
  })

  it.each(['x', '2026-03-01T00:00:00Z_coming_2026-03-01T00:00:00Z_7', 'a_b_c_d'])(
    'begin after %s: refused',
    (after) => {
      expect(searchEventsInput.safeParse({ text: 'a', after }).error?.issues).toMatchObject([{ path: ['after'] }])
    },
  )
})

describe('H2, H3: nobody finds what is not theirs to see', () => {
  const secret = {
    title: 'Merger talks',
    location: 'Vault',
    description: 'Hush',
    participants: [{ email: 'x@rival.example' }],
  }

  it('a CLIENT finds what they created and take part in, and of others’ nothing by any word', async () => {
    const ada = await createOrganization(world)
    const cleo = await addMember(world, ada.actor.orgId, 'CLIENT')
    await book(ada, 5, secret)
    await book(ada, 6, { title: 'Merger lunch', participants: [{ email: cleo.actor.email }] })
    await book(cleo, 7, { title: 'Merger notes' })
    expect(await titles(ada, 'merger')).toEqual(['Merger talks', 'Merger lunch', 'Merger notes'])
    expect(await titles(cleo, 'merger')).toEqual(['Merger lunch', 'Merger notes'])
    const nothing = await search(cleo, 'xyzzy')
    for (const word of ['talks', 'vault', 'hush', 'rival', 'x@rival.example', 'Busy'])
      expect(await search(cleo, word)).toEqual(nothing)
    expect(await search(cleo, 'merger', { limit: 2 })).toMatchObject({ next: null })
  })

  it('an occurrence of a series is theirs where they take part in it alone', async () => {
    const ada = await createOrganization(world)
    const cleo = await addMember(world, ada.actor.orgId, 'CLIENT')
    const first = await book(ada, 4, { title: 'Weekly', recurrence: 'FREQ=WEEKLY;COUNT=5' })
    expect(await titles(cleo, 'weekly')).toEqual([])
    const one = { scope: 'this', participants: [{ email: cleo.actor.email }] }
    await updateEvent(ada, updateInput(first, one))
    expect((await search(cleo, 'weekly')).events.map(({ id }) => id)).toEqual([first.id])
  })

  it('what was imported is found by those who take part, and not even by an ADMIN beside them', async () => {
    const ada = await createOrganization(world)
    const ben = await addMember(world, ada.actor.orgId)
    await book(ben, 5, secret)
    await world.owner.execute(sql`update events set source = 'google' where org_id = ${ada.actor.orgId}`)
    expect([await titles(ada, 'merger'), await titles(ben, 'merger')]).toEqual([[], ['Merger talks']])
  })

  it('another organization finds nothing, whose id begins alike or not', async () => {
    const ada = await createOrganization(world)
    const stranger = await createOrganization(world)
    await book(ada, 5, secret)
    const posing = { ...stranger, actor: { ...stranger.actor, email: ada.actor.email, userId: ada.actor.userId } }
    expect([await titles(stranger, 'merger'), await titles(posing, 'merger')]).toEqual([[], []])
  })

  it('who searches sees, even without a question, only the documents that are found', async () => {
    const ada = await createOrganization(world)
    await book(ada, 5, secret)
    const seen = (query: string, orgId: string) =>
      world.owner.transaction(async (tx) => {
        await tx.execute(
          sql`select set_config('astralis.org_id', ${orgId}, true), set_config('astralis.search', ${query}, true)`,
        )
        await tx.execute(sql`set local role astralis_search`)
        return (await tx.execute(sql`select event_id from search_documents`)).length
      })
    const { orgId } = ada.actor
    const word = (text: string) => `'${orgId.slice(0, 8)}${text}'`
    expect([await seen(word('merger'), orgId), await seen(word('merg'), orgId), await seen('', orgId)]).toEqual([
      1, 0, 0,
    ])
    const stranger = await createOrganization(world)
    expect(await seen(word('merger'), stranger.actor.orgId)).toBe(0)
  })
})

describe('what is stored and what is looked for are folded alike', () => {
  it('letter by letter', async () => {
    const letters = await world.owner.execute<{ letter: string; folded: string }>(sql`
      select chr(n) as letter, fold_text('a' || chr(n)) as folded
      from generate_series(32, 65535) as n where n not between 55296 and 57343`)
    // Letters of Unicode 17, which PostgreSQL 18 does not know yet.
    const isNew = (letter: string) => '\ua7ce\ua7d2\ua7d4\ua7f1'.includes(letter)
    const unlike = letters.filter(({ letter, folded }) => foldText(`a${letter}`) !== folded && !isNew(letter))
    expect(unlike.map(({ letter, folded }) => `${letter} ${folded} ${foldText(letter)}`)).toEqual([])
  })

  it.each([
    'Ana-Maria.Lima@harborpine.example, “quoted” (Q3) #1 50%',
    'foo_bar__baz ..x.. a+b=c don’t ’tis',
    '来週の会議室mix予約x2 カフェ・ド',
    'الاجتماع الأسبوعي، غداً',
    `${'x'.repeat(60)}.${'会'.repeat(20)}`,
    '来週の会議'.repeat(100),
    '\u{20000}\u{1f600}a b\nc\td',
  ])('word by word: %s', async (text) => {
    const [row] = await world.owner.execute<{ starts: string[] }>(
      sql`select word_starts('00000000-0000-4000-8000-000000000000', ${text}) as starts`,
    )
    expect(row?.starts.toSorted()).toEqual(
      wordStarts(foldText(text))
        .map((start) => `00000000${start}`)
        .toSorted(),
    )
  })
})
