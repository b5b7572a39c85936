import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CalendarEvent } from '../ical/calendar-event.ts'
import { ITEM, MEMBER } from './testing/some-item.ts'
import { SyncModel, type Fault } from './testing/sync-model.ts'

type Step = (model: SyncModel, mark: string) => void

const side = fc.constantFrom('here', 'there')
const people = [MEMBER, 'ben@example.com', 'cleo@example.com']

const answer = fc
  .tuple(side, fc.constantFrom(...people), fc.constantFrom('accepted', 'declined', 'tentative'))
  .map(([side, email, status]): Step => {
    const change = (event: CalendarEvent) => ({
      ...event,
      participants: event.participants.map((person) => (person.email === email ? { ...person, status } : person)),
    })
    return (model) => model.change(side, change)
  })
const join = fc.tuple(side, fc.constantFrom(...people)).map(([side, email]): Step => {
  const change = (event: CalendarEvent): CalendarEvent => {
    const others = event.participants.filter((person) => person.email !== email)
    const isIn = others.length < event.participants.length
    const joined = { email, name: null, status: 'pending' as const, isOptional: false }
    return { ...event, participants: isIn ? others : [...others, joined] }
  }
  return (model) => model.change(side, change)
})
const edit = fc.tuple(side, fc.constantFrom('title', 'startsAt')).map(
  ([side, kind]): Step =>
    (model, mark) =>
      model.edit(side, kind, mark),
)
const describeIt = fc.tuple(side, fc.constantFrom('a', 'a long description', null)).map(
  ([side, description]): Step =>
    (model) =>
      model.change(side, (event) => ({ ...event, description })),
)
const show = fc.tuple(side, fc.constantFrom('BUSY', 'FREE')).map(
  ([side, showsAs]): Step =>
    (model) =>
      model.change(side, (event) => ({ ...event, showsAs })),
)
const remove = side.map(
  (side): Step =>
    (model, mark) =>
      model.delete(side, mark),
)
const restore = side.map(
  (side): Step =>
    (model) =>
      model.restore(side),
)
const read = fc.constant<Step>((model) => model.readThere())
const sync = fc.array(fc.constantFrom<Fault>('none', 'request-lost', 'answer-lost'), { maxLength: 2 }).map(
  (faults): Step =>
    (model) =>
      void model.sync(faults),
)

const steps = fc.array(
  fc.oneof(
    { arbitrary: edit, weight: 5 },
    { arbitrary: sync, weight: 4 },
    { arbitrary: read, weight: 2 },
    { arbitrary: answer, weight: 2 },
    join,
    describeIt,
    show,
    remove,
    restore,
  ),
  { maxLength: 25 },
)
const start = fc.constantFrom(
  { here: ITEM, there: ITEM, base: { here: ITEM, there: ITEM } },
  { here: ITEM, there: null, base: null },
  { here: null, there: ITEM, base: null },
)
const owner = fc.constantFrom('here', 'there')

function run(model: SyncModel, taken: readonly Step[]) {
  for (const [index, step] of taken.entries()) step(model, `edit ${index}`)
}

/** Runs the job until nothing happens any more; answers how often it had to. */
function settle(model: SyncModel): number {
  model.deliverLateRead()
  for (let runs = 0; ; runs++) {
    expect(runs, 'runs until both sides rest').toBeLessThanOrEqual(3)
    const outcomes = model.sync()
    if (outcomes.every((outcome) => outcome === 'in-step' || outcome === 'not-writable')) return runs
  }
}

describe('G3: any interleaving of edits, deletions, restores, lost answers and late reads', () => {
  it.each(['all', 'answer', 'none'] as const)('converges, and loses nothing silently (access: %s)', (writeAccess) => {
    const mayInsert = writeAccess === 'all'
    fc.assert(
      fc.property(start, owner, steps, (start, owner, steps) => {
        fc.pre(mayInsert || start.there !== null)
        const model = new SyncModel(start, { owner, writeAccess, memberEmail: MEMBER })
        run(model, steps)
        settle(model)
        // What the account may not add to the calendar is kept here alone.
        const isHereAlone = !mayInsert && model.there === null
        expect(isHereAlone ? null : model.values('there')).toBe(isHereAlone ? null : model.values('here'))
        expect(model.lostSilently()).toEqual([])
      }),
      { numRuns: 4000 },
    )
  })

  it('rests once it has converged: no echo writes, no new versions', () => {
    fc.assert(
      fc.property(start, owner, steps, (start, owner, steps) => {
        const model = new SyncModel(start, { owner, writeAccess: 'all', memberEmail: MEMBER })
        run(model, steps)
        settle(model)
        const { here, base, writes, version } = model
        for (let echoes = 0; echoes < 3; echoes++) expect(model.sync()).toEqual(['in-step'])
        expect(model).toMatchObject({ writes, version })
        expect([model.here, model.base]).toEqual([here, base])
      }),
      { numRuns: 500 },
    )
  })

  it('a change on one side costs one run and at most one write', () => {
    fc.assert(
      fc.property(
        owner,
        fc.array(fc.oneof(edit, answer, join, show, describeIt), { maxLength: 10 }),
        (owner, edits) => {
          const model = new SyncModel(
            { here: ITEM, there: ITEM, base: { here: ITEM, there: ITEM } },
            { owner, writeAccess: 'all', memberEmail: MEMBER },
          )
          run(model, edits)
          expect(settle(model)).toBeLessThanOrEqual(1)
          expect(model.writes).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})
