import type { CalendarEvent } from '../../ical/calendar-event.ts'
import { decide, type Decision, type SyncBase, type SyncState } from '../decide.ts'
import { groupValue, withGroups } from '../field-groups.ts'
import type { Side } from '../remote-item.ts'
import type { DecisionOutcome } from '../sync-outcome.ts'

export type Fault = 'none' | 'request-lost' | 'answer-lost'
type Rules = Pick<SyncState, 'owner' | 'writeAccess' | 'memberEmail'>

const SIDES = ['here', 'there'] as const
const DELETED = 'deleted'

/** What people see of one side: the marks that their edits left in it. */
function marksOf(event: CalendarEvent | null, deletions: readonly string[]): readonly string[] {
  return event ? [event.title, event.startsAt] : deletions
}

/**
 * One item on two sides, in memory: people who edit, delete and restore on both; a calendar that keeps descriptions short,
 * counts versions, and sometimes does not answer; and a program that knows only what a real one would remember. Titles and
 * starts are used once, so that each edit can be found again: on a side, in the log, or overwritten by who had seen it.
 */
export class SyncModel {
  here: CalendarEvent | null
  there: CalendarEvent | null
  base: SyncBase | null
  /** What is sent with an insert, until its answer. */
  sent: CalendarEvent | null = null
  wasInserted = false
  version = 0
  writes = 0
  readonly rules: Rules
  readonly lost = new Set<string>()
  readonly overwritten = new Set<string>()
  /** The marks of each side's last edits, by what they marked. */
  readonly last: Record<Side, Map<string, string>> = { here: new Map(), there: new Map() }
  /** The marks of the deletions that a side shows. */
  readonly deletions: Record<Side, string[]> = { here: [], there: [] }
  /** What a pull has read, and not decided on yet. */
  private read: { there: CalendarEvent | null; version: number } | null = null
  private readonly former: Record<Side, CalendarEvent | null>

  constructor(start: { here: CalendarEvent | null; there: CalendarEvent | null; base: SyncBase | null }, rules: Rules) {
    this.here = start.here
    this.there = start.there && keptThere(start.there)
    this.base = start.base && { here: start.base.here, there: keptThere(start.base.there) }
    this.rules = rules
    this.former = { here: start.here, there: this.there }
  }

  edit(side: Side, kind: 'title' | 'startsAt', mark: string) {
    const event = this[side]
    if (!event) return
    this.overwritten.add(event[kind])
    this.last[side].set(kind, mark)
    this.put(side, { ...event, [kind]: mark })
  }

  change(side: Side, change: (event: CalendarEvent) => CalendarEvent) {
    const event = this[side]
    if (event) this.put(side, change(event))
  }

  delete(side: Side, mark: string) {
    const event = this[side]
    if (!event) return
    for (const seen of marksOf(event, [])) this.overwritten.add(seen)
    // Before both have agreed that there is something, a deletion leaves it as it was agreed.
    if (this.base || this.sent) this.last[side].set('deletion', mark)
    this.deletions[side] = [mark]
    this.put(side, null)
  }

  /** What is gone and forgotten, and comes back on both sides, is two items: the second of them is not told of here. */
  restore(side: Side) {
    const other = side === 'here' ? 'there' : 'here'
    if (this[side] || !this.former[side] || (!this.base && this[other])) return
    for (const seen of this.deletions[side]) this.overwritten.add(seen)
    this.put(side, this.former[side])
  }

  /** What a pull reads may be old by the time it is decided on. */
  readThere() {
    this.read = { there: this.there, version: this.version }
  }

  deliverLateRead() {
    if (this.read) this.sync()
  }

  /** One run of the job of this item, with the faults of its tries in turn. */
  sync(faults: readonly Fault[] = []): DecisionOutcome[] {
    let { there, version } = this.read ?? this
    this.read = null
    const outcomes: DecisionOutcome[] = []
    for (let attempt = 0; attempt < 5; attempt++) {
      if (this.sent && this.wasInserted) this.base = { here: this.sent, there: this.sent }
      if (this.wasInserted) this.sent = null
      const decision = decide({ here: this.here, there, base: this.base, ...this.rules })
      outcomes.push(decision.outcome)
      this.log(decision)
      // Both wanted it gone, and it was: what comes back from now on is new.
      if (decision.outcome === 'gone')
        for (const mark of SIDES.flatMap((side) => this.deletions[side])) this.overwritten.add(mark)
      if (decision.here !== undefined) this.put('here', decision.here, 'there')
      this.base = decision.base
      if (!decision.there) return outcomes
      const fault = faults[attempt] ?? 'none'
      if (decision.there.act === 'insert') {
        this.sent = decision.there.event
        this.wasInserted = false
      }
      if (fault === 'request-lost') return outcomes
      if (version === this.version) {
        this.write(decision.there.act === 'delete' ? null : decision.there.event)
        if (fault === 'answer-lost') return outcomes
        this.sent = null
        this.base = this.there && this.here && { here: this.here, there: this.there }
        return outcomes
      }
      there = this.there
      version = this.version
    }
    return outcomes
  }

  /** Edits that are on neither side, not in the log, and were not overwritten by anybody who had seen them. */
  lostSilently(): string[] {
    const present = SIDES.flatMap((side) => marksOf(this[side], this.deletions[side]))
    return SIDES.flatMap((side) => [...this.last[side].values()]).filter(
      (mark) => !present.includes(mark) && !this.lost.has(mark) && !this.overwritten.has(mark),
    )
  }

  /** What both sides say, as the calendar would keep it. */
  values(side: Side): string {
    const event = this[side]
    if (!event) return DELETED
    const kept = keptThere(event)
    return (['time', 'text', 'status', 'people'] as const).map((group) => groupValue(kept, group)).join('\n')
  }

  private write(event: CalendarEvent | null) {
    this.writes++
    if (event && !this.there) this.wasInserted = true
    this.put('there', event, 'here')
  }

  private put(side: Side, event: CalendarEvent | null, from?: Side) {
    if (from && !event) this.deletions[side] = this.deletions[from]
    this[side] = side === 'there' && event ? keptThere(event) : event
    this.former[side] = this[side] ?? this.former[side]
    if (side === 'there') this.version++
  }

  private log({ lost }: Decision) {
    for (const { side, dropped } of lost) {
      if (dropped.status === 'CANCELLED') for (const mark of this.deletions[side]) this.lost.add(mark)
      for (const mark of [dropped.title, dropped.startsAt]) if (mark) this.lost.add(mark)
    }
  }
}

/** This calendar keeps four characters of a description. */
function keptThere(event: CalendarEvent): CalendarEvent {
  return { ...withGroups(event, event, []), description: event.description?.slice(0, 4) ?? null }
}
