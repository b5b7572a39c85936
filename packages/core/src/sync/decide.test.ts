import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CalendarEvent } from '../ical/calendar-event.ts'
import { decide, type Decision, type SyncState } from './decide.ts'
import { differingGroups, groupValue, type FieldGroup } from './field-groups.ts'
import { ITEM, MEMBER, someItem, someState } from './testing/some-item.ts'

const MOVED = { ...ITEM, startsAt: '2026-03-02T14:00:00', endsAt: '2026-03-02T15:00:00' }
const MOVED_OTHERWISE = { ...ITEM, startsAt: '2026-03-03T08:00:00', endsAt: '2026-03-03T09:00:00' }
const RENAMED = { ...ITEM, title: 'Review' }
const BASE = { here: ITEM, there: ITEM }

const answered = (...answers: [email: string, status: 'accepted' | 'declined' | 'tentative'][]): CalendarEvent => ({
  ...ITEM,
  participants: ITEM.participants.map((person) => ({
    ...person,
    status: answers.find(([email]) => email === person.email)?.[1] ?? person.status,
  })),
})
const joined = (email: string): CalendarEvent => ({
  ...ITEM,
  participants: [...ITEM.participants, { email, name: null, status: 'pending', isOptional: false }],
})

const ask = (state: Partial<SyncState>) =>
  decide({ here: ITEM, there: ITEM, base: BASE, owner: 'here', writeAccess: 'all', memberEmail: MEMBER, ...state })

/** What a decision does, in words short enough for a table. */
function tell({ outcome, here, there, lost, tell: told }: Decision) {
  const title = (event: CalendarEvent) => `${event.title} at ${event.startsAt.slice(8, 13)}`
  const changeHere = here === undefined ? '' : here === null ? 'cancelled' : title(here)
  const groups = there?.act === 'update' ? ` ${there.groups.join('+')}` : ''
  const changeThere = there ? `${there.act}${groups}${there.act === 'delete' ? '' : ` ${title(there.event)}`}` : ''
  const losses = lost.map(({ side, group }) => `${side} ${group}`).join(', ')
  return [outcome, changeHere, changeThere, losses, told ? 'told' : 'quiet']
}

describe('G3: what becomes of an item of a linked calendar', () => {
  const rounded = { ...RENAMED, description: 'cut' }
  it.each<[row: string, state: Partial<SyncState>, expected: string[]]>([
    ['remote equals base (our own write came back)', {}, ['in-step', '', '', '', 'quiet']],
    [
      'remote equals base in its own form, which is not ours',
      { there: rounded, base: { here: ITEM, there: rounded } },
      ['in-step', '', '', '', 'quiet'],
    ],
    ['local changed only', { here: MOVED }, ['push', '', 'update time Planning at 02T14', '', 'quiet']],
    [
      'local changed only, what the calendar made of the rest stays',
      { here: MOVED, there: rounded, base: { here: ITEM, there: rounded } },
      ['push', '', 'update time Review at 02T14', '', 'quiet'],
    ],
    ['remote changed only', { there: MOVED }, ['apply', 'Planning at 02T14', '', '', 'quiet']],
    [
      'both, different groups',
      { here: MOVED, there: RENAMED },
      ['merge', 'Review at 02T14', 'update time Review at 02T14', '', 'quiet'],
    ],
    ['both, the same change', { here: MOVED, there: MOVED }, ['agreed', '', '', '', 'quiet']],
    [
      'both, same group, owned here',
      { here: MOVED, there: MOVED_OTHERWISE },
      ['conflict-ours-won', '', 'update time Planning at 02T14', 'there time', 'told'],
    ],
    [
      'both, same group, owned there',
      { here: MOVED, there: MOVED_OTHERWISE, owner: 'there' },
      ['conflict-theirs-won', 'Planning at 03T08', '', 'here time', 'told'],
    ],
    [
      'both, same group, and another one there',
      { here: MOVED, there: { ...MOVED_OTHERWISE, title: 'Review' } },
      ['conflict-ours-won', 'Review at 02T14', 'update time Review at 02T14', 'there time', 'told'],
    ],
    ['remote deleted, local unchanged', { there: null }, ['cancelled-here', 'cancelled', '', '', 'quiet']],
    [
      'remote deleted, local changed',
      { there: null, here: RENAMED },
      ['revived-there', '', 'insert Review at 02T10', 'there status', 'told'],
    ],
    [
      'remote deleted, somebody joined here',
      { there: null, here: joined('cleo@example.com') },
      ['revived-there', '', 'insert Planning at 02T10', 'there status', 'told'],
    ],
    [
      'remote deleted, only an answer is new here',
      { there: null, here: answered(['ben@example.com', 'accepted']) },
      ['cancelled-here', 'cancelled', '', 'here people', 'told'],
    ],
    [
      'remote deleted, local changed without a right to',
      { there: null, here: RENAMED, writeAccess: 'answer' },
      ['cancelled-here', 'cancelled', '', 'here text', 'told'],
    ],
    ['local deleted, remote unchanged', { here: null }, ['deleted-there', '', 'delete', '', 'quiet']],
    [
      'local cancelled, remote unchanged',
      { here: { ...ITEM, status: 'CANCELLED' } },
      ['deleted-there', '', 'delete', '', 'quiet'],
    ],
    [
      'local deleted, remote changed its time',
      { here: null, there: MOVED },
      ['kept', 'Planning at 02T14', '', 'here status', 'told'],
    ],
    [
      'local deleted, remote changed its text',
      { here: null, there: RENAMED },
      ['kept', 'Review at 02T10', '', 'here status', 'told'],
    ],
    [
      'local deleted, remote has a new answer',
      { here: null, there: answered(['ben@example.com', 'accepted']) },
      ['deleted-there', '', 'delete', 'there people', 'quiet'],
    ],
    [
      'local deleted without a right to',
      { here: null, writeAccess: 'answer' },
      ['refused-there', 'Planning at 02T10', '', 'here status', 'told'],
    ],
    ['deleted on both sides', { here: null, there: null }, ['gone', '', '', '', 'quiet']],
    ['deleted on both sides, and known', { here: null, there: null, base: null }, ['in-step', '', '', '', 'quiet']],
    ['first link, there only', { here: null, base: null }, ['import', 'Planning at 02T10', '', '', 'quiet']],
    ['first link, both', { base: null }, ['adopt', '', '', '', 'quiet']],
    [
      'first link, both, differing in another’s calendar',
      { base: null, there: RENAMED, owner: 'there' },
      ['adopt', '', '', '', 'quiet'],
    ],
    [
      'found again, differing from what was made here',
      { base: null, there: RENAMED },
      ['adopt-ours', '', 'update text Planning at 02T10', 'there text', 'quiet'],
    ],
    ['not there yet', { there: null, base: null }, ['insert', '', 'insert Planning at 02T10', '', 'quiet']],
    [
      'not there yet, without a right to',
      { there: null, base: null, writeAccess: 'none' },
      ['not-writable', '', '', '', 'quiet'],
    ],
    [
      'refused: a change in somebody else’s meeting',
      { here: MOVED, writeAccess: 'answer', owner: 'there' },
      ['refused-there', 'Planning at 02T10', '', 'here time', 'told'],
    ],
    [
      'refused: an answer where nothing may be written',
      { here: answered([MEMBER, 'declined']), writeAccess: 'none', owner: 'there' },
      ['refused-there', 'Planning at 02T10', '', 'here people', 'told'],
    ],
    [
      'refused, but somebody there did the same',
      { here: MOVED, there: MOVED, writeAccess: 'answer', owner: 'there' },
      ['agreed', '', '', '', 'quiet'],
    ],
    [
      'one’s own answer in somebody else’s meeting',
      { here: answered([MEMBER, 'declined']), writeAccess: 'answer', owner: 'there' },
      ['push', '', 'update people Planning at 02T10', '', 'quiet'],
    ],
    [
      'one’s own answer goes through beside a refused change',
      { here: { ...answered([MEMBER, 'declined']), title: 'Review' }, writeAccess: 'answer', owner: 'there' },
      ['refused-there', 'Planning at 02T10', 'update people Planning at 02T10', 'here text', 'told'],
    ],
    [
      'refused: another person’s answer',
      { here: answered(['ben@example.com', 'declined']), writeAccess: 'answer', owner: 'there' },
      ['refused-there', 'Planning at 02T10', '', 'here people', 'told'],
    ],
  ])('%s', (_row, state, expected) => {
    expect(tell(ask(state))).toEqual(expected)
  })
})

describe('G3: people are merged one by one', () => {
  const who = (event: CalendarEvent | null | undefined) =>
    event?.participants.map(({ email, status }) => `${email.split('@')[0]} ${status}`).toSorted()

  it('answers of different people do not stand in each other’s way', () => {
    const decision = ask({ here: answered([MEMBER, 'declined']), there: answered(['ben@example.com', 'accepted']) })
    expect(decision.outcome).toBe('merge')
    expect(who(decision.here)).toEqual(['ana declined', 'ben accepted'])
    expect(decision.there?.act === 'update' && who(decision.there.event)).toEqual(['ana declined', 'ben accepted'])
    expect(decision.lost).toEqual([])
  })

  it('who joins on either side takes part', () => {
    const decision = ask({ here: joined('cleo@example.com'), there: joined('dan@example.com') })
    expect(who(decision.here)).toEqual(['ana accepted', 'ben pending', 'cleo pending', 'dan pending'])
    expect(decision.there?.act === 'update' && who(decision.there.event)).toEqual(who(decision.here))
  })

  it('who leaves here has left, and an answer there of somebody else stays', () => {
    const left = { ...ITEM, participants: ITEM.participants.slice(1) }
    const decision = ask({ here: left, there: answered(['ben@example.com', 'accepted']) })
    expect(who(decision.here)).toEqual(['ben accepted'])
    expect(decision.there?.act === 'update' && who(decision.there.event)).toEqual(['ben accepted'])
  })

  it.each(['here', 'there'] as const)('who joined on both sides, and has answered %s only, has answered', (side) => {
    const asked = joined('cleo@example.com')
    const accepted: CalendarEvent = {
      ...asked,
      participants: asked.participants.map((person) => ({ ...person, status: 'accepted' })),
    }
    const both = { here: asked, there: asked, [side]: accepted }
    const decision = ask({ ...both, owner: side === 'here' ? 'there' : 'here' })
    const result = side === 'here' ? decision.there?.act === 'update' && decision.there.event : decision.here
    expect(result && who(result)).toEqual(['ana accepted', 'ben accepted', 'cleo accepted'])
    expect(decision.lost).toEqual([])
  })

  it.each(['here', 'there'] as const)('of two answers of one person the one at the owner (%s) wins', (owner) => {
    const mine = { here: answered([MEMBER, 'declined']), there: answered([MEMBER, 'tentative']) }
    const decision = ask({ ...mine, owner })
    expect(decision).toMatchObject({
      outcome: owner === 'here' ? 'conflict-ours-won' : 'conflict-theirs-won',
      tell: true,
      lost: [
        {
          group: 'people',
          kept: { participants: [{ email: MEMBER, status: owner === 'here' ? 'declined' : 'tentative' }] },
          dropped: { participants: [{ email: MEMBER, status: owner === 'here' ? 'tentative' : 'declined' }] },
        },
      ],
    })
  })

  it('who is known to one side only stays there', () => {
    const alone = { ...ITEM, participants: ITEM.participants.slice(0, 1) }
    const decision = ask({
      here: answered([MEMBER, 'declined']),
      there: alone,
      base: { here: ITEM, there: alone },
    })
    expect(decision.there?.act === 'update' && who(decision.there.event)).toEqual(['ana declined'])
    expect(decision.here).toBeUndefined()
  })
})

describe('laws of decide', () => {
  const existing = (event: CalendarEvent | null) => (event?.status === 'CANCELLED' ? null : event)
  /** Both sides as they are after a decision that nothing came in between of. */
  function carryOut(state: SyncState): SyncState {
    const { here = state.here, there, base } = decide(state)
    if (!there) return { ...state, here, base }
    if (there.act === 'delete') return { ...state, here, there: null, base: null }
    return { ...state, here, there: there.event, base: existing(here) && { here: here ?? ITEM, there: there.event } }
  }

  it('has an answer to everything, and the same one again', () => {
    fc.assert(
      fc.property(someState, (state) => {
        expect(decide(state)).toEqual(decide({ ...state }))
      }),
      { numRuns: 1000 },
    )
  })

  it('what is carried out leaves nothing to do', () => {
    fc.assert(
      fc.property(someState, (state) => {
        const again = decide(carryOut(state))
        expect(['in-step', 'not-writable']).toContain(again.outcome)
        expect(again).not.toHaveProperty('here')
        expect(again).not.toHaveProperty('there')
        expect(again.lost).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it('writes only what the account may write, and only into the groups that it names', () => {
    fc.assert(
      fc.property(someState, (state) => {
        const { there } = decide(state)
        if (!there) return
        expect(state.writeAccess === 'all' || (state.writeAccess === 'answer' && there.act === 'update')).toBe(true)
      }),
      { numRuns: 2000 },
    )
    fc.assert(
      fc.property(someState, (state) => {
        const { there } = decide(state)
        if (there?.act !== 'update') return
        const now = state.there ?? ITEM
        expect(there.groups.length).toBeGreaterThan(0)
        expect(differingGroups(there.event, now)).toEqual(there.groups)
      }),
      { numRuns: 2000 },
    )
  })

  it('with access to one’s own answer, nothing else of a meeting is written', () => {
    const others = (event: CalendarEvent) => event.participants.filter(({ email }) => email !== MEMBER)
    fc.assert(
      fc.property(someState, (state) => {
        const { there } = decide({ ...state, writeAccess: 'answer' })
        if (there?.act !== 'update') return
        const now = state.there ?? ITEM
        expect(there.groups).toEqual(['people'])
        expect(others(there.event)).toEqual(others(now))
        expect(there.event.organizer).toEqual(now.organizer)
        expect(there.event.participants).toHaveLength(now.participants.length)
      }),
      { numRuns: 2000 },
    )
  })

  it('equal changes on both sides are no conflict, and write nothing', () => {
    fc.assert(
      fc.property(someItem, someItem, fc.constantFrom('here', 'there'), (base, item, owner) => {
        const both = { here: item, there: item, base: { here: base, there: base } }
        const decision = ask({ ...both, owner })
        expect(decision).not.toHaveProperty('here')
        expect(decision).not.toHaveProperty('there')
        expect([decision.lost, decision.tell]).toEqual([[], false])
      }),
    )
  })

  it('what nobody changed stays as each side has it', () => {
    fc.assert(
      fc.property(someState, (state) => {
        const { base, here, there } = state
        if (!base || !here || !there) return
        if ([here, there, base.here, base.there].some(({ status }) => status === 'CANCELLED')) return
        const decision = decide(state)
        const isUntouched = (group: FieldGroup) =>
          groupValue(here, group) === groupValue(base.here, group) &&
          groupValue(there, group) === groupValue(base.there, group)
        const written = [
          ...differingGroups(decision.here ?? here, here),
          ...(decision.there?.act === 'update' ? decision.there.groups : []),
        ]
        expect(written.filter(isUntouched)).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })
})
