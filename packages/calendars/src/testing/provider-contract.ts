import type { CalendarEvent } from '@astralis/core/ical/calendar-event'
import { differingGroups, FIELD_GROUPS } from '@astralis/core/sync/field-groups'
import type { RemoteItem } from '@astralis/core/sync/remote-item'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Access, CalendarProvider, CalendarRef, ItemsPage } from '../provider.ts'
import { ProviderError, type ProviderErrorKind } from '../provider-error.ts'

/** What people enter at the service itself. */
export interface EnteredEvent {
  title: string
  /** Local wall times of the calendar's zone, or dates. */
  start: string
  end: string
  /** The value of an RRULE. */
  rule?: string
}

/** What goes wrong with the next call: nothing is done (`rate-limit`: try again in 7 s), or no answer comes of what is. */
export type Trouble = 'outage' | 'timeout' | 'cut' | 'rate-limit' | 'lost-answer'

/** A fresh account of the service, its only calendar empty, and what happens there without us. */
export interface ContractAccount {
  provider: CalendarProvider
  access: Access
  calendar: CalendarRef
  /** All return the item's id there. */
  enter(event: EnteredEvent): string
  /** Somebody else's event, to which the account is invited. */
  invite(event: EnteredEvent): string
  /** An event that can not be read. */
  enterUnreadable(): string
  rename(remoteId: string, title: string): void
  remove(remoteId: string): void
  titleOf(remoteId: string): string | undefined
  /** How many items there are in the calendar that are not deleted. */
  count(): number
  /** What was told to people by mail. */
  mails(): number
  forgetChanges(): void
  expireAccessToken(): void
  /** The same account, having allowed nothing but to know who it is. */
  withoutScopes(): Access
  /** A calendar that the account may only read. */
  addReadOnly(): CalendarRef
  expectTrouble(trouble: Trouble): void
  close(): Promise<void>
}

const NOTHING = { syncToken: null, pageToken: null }
const OWN_ID = '0f8fad5b-d9cb-469f-a165-70867728950e'
const ENTERED = { title: 'Review', start: '2026-03-10T09:00:00', end: '2026-03-10T10:00:00' }
const SERIES = { ...ENTERED, title: 'Stand-up', rule: 'FREQ=DAILY;COUNT=5' }

/** What any provider has to do (A7), whatever its service is like. `open` gives a fresh account with pages of two. */
export function describeProvider(name: string, open: () => Promise<ContractAccount>): void {
  let account: ContractAccount

  beforeEach(async () => {
    account = await open()
  })
  afterEach(() => account.close())

  const eventOf = (changes: Partial<CalendarEvent> = {}): CalendarEvent => {
    const { memberEmail } = account.access
    return {
      uid: OWN_ID,
      sequence: 0,
      title: 'Planning',
      description: 'Agenda:\n- <b>bold</b> & more',
      location: 'Room 1',
      meetingLink: 'https://meet.example/1',
      allDay: false,
      startsAt: '2026-03-10T09:00:00',
      endsAt: '2026-03-10T10:00:00',
      timeZone: 'America/New_York',
      recurrence: null,
      originalStartsAt: null,
      originalTimeZone: null,
      status: 'CONFIRMED',
      showsAs: 'BUSY',
      organizer: { email: memberEmail, name: null },
      participants: [
        { email: memberEmail, name: null, status: 'accepted', isOptional: false },
        { email: 'guest@example.com', name: 'Guest', status: 'pending', isOptional: true },
      ],
      ...changes,
    }
  }

  const insert = (event: CalendarEvent, generation = 0) => {
    const { provider, access, calendar } = account
    const remoteId = provider.newRemoteId(OWN_ID, generation)
    return provider.insertItem(access, calendar, { remoteId, ownId: OWN_ID, event })
  }

  const update = (item: RemoteItem, changes: Partial<CalendarEvent>) => {
    const { provider, access, calendar } = account
    const { remoteId, etag } = item
    const event = { ...existing(item), ...changes }
    return provider.updateItem(access, calendar, { remoteId, etag, event, groups: FIELD_GROUPS, writeAccess: 'all' })
  }

  const get = async (remoteId: string) => {
    const { provider, access, calendar } = account
    const item = await provider.getItem(access, calendar, remoteId)
    if (!item) throw new Error(`There is no ${remoteId}.`)
    return item
  }

  /** All pages of a list. */
  const list = async (syncToken: string | null = null): Promise<{ items: RemoteItem[]; token: string }> => {
    const { provider, access, calendar } = account
    const items: RemoteItem[] = []
    let page: ItemsPage | null = null
    do {
      page = await provider.listItems(access, calendar, { syncToken, pageToken: page?.nextPageToken ?? null })
      items.push(...page.items)
      expect(page.nextSyncToken === null).toBe(page.nextPageToken !== null)
    } while (page.nextPageToken !== null)
    return { items, token: page.nextSyncToken ?? '' }
  }

  const expectFailure = async (kind: ProviderErrorKind, call: Promise<unknown>) => {
    const error = await call.then(
      () => new Error('Nothing failed.'),
      (failure: unknown) => failure,
    )
    if (!(error instanceof ProviderError)) throw error
    expect(error.kind).toBe(kind)
    expect(error.message).not.toContain(account.access.accessToken)
    return error
  }

  describe(`${name}: lists`, () => {
    it('name the calendars, the primary one first', async () => {
      const other = account.addReadOnly()
      const { provider, access, calendar } = account
      const calendars = await provider.listCalendars(access)
      expect(calendars.map(({ remoteId, isPrimary }) => [remoteId, isPrimary])).toEqual([
        [calendar.remoteId, true],
        [other.remoteId, false],
      ])
      expect(calendars[0]).toMatchObject({ timeZone: calendar.timeZone, accessRole: 'owner' })
      expect(calendars[1]?.accessRole).toBe('reader')
    })

    it('have everything, page by page, and then what changed, once', async () => {
      const ids = Array.from({ length: 5 }, (_, i) => account.enter({ ...ENTERED, title: `Event ${i}` }))
      const [first = '', second = ''] = ids
      const full = await list()
      expect(full.items.map(({ remoteId }) => remoteId).toSorted()).toEqual(ids.toSorted())
      expect((await list(full.token)).items).toEqual([])
      account.rename(first, 'Renamed')
      account.remove(second)
      const added = account.enter(ENTERED)
      const { items, token } = await list(full.token)
      expect(new Map(items.map(({ remoteId, event }) => [remoteId, event?.title ?? null]))).toEqual(
        new Map([
          [first, 'Renamed'],
          [second, null],
          [added, 'Review'],
        ]),
      )
      expect((await list(token)).items).toEqual([])
    })

    it('begin anew where changes are forgotten, and name no deletions then', async () => {
      const kept = account.enter(ENTERED)
      const removed = account.enter(ENTERED)
      const { token } = await list()
      account.remove(removed)
      account.forgetChanges()
      await expectFailure('sync-token-expired', list(token))
      expect((await list()).items.map(({ remoteId }) => remoteId)).toEqual([kept])
    })

    it('have what was inserted through the provider, as it was answered', async () => {
      const inserted = await insert(eventOf())
      expect((await list()).items).toEqual([inserted])
      expect(await get(inserted.remoteId)).toEqual(inserted)
    })

    it('go on after what can not be read', async () => {
      const odd = account.enterUnreadable()
      const even = account.enter(ENTERED)
      const { items } = await list()
      const byId = new Map(items.map((item) => [item.remoteId, item]))
      expect(byId.get(odd)).toMatchObject({ event: null, problem: expect.stringMatching(/\.$/) })
      expect(byId.get(even)).toMatchObject({ event: { title: 'Review' }, problem: null })
    })
  })

  describe(`${name}: items`, () => {
    it.each<[string, Partial<CalendarEvent>]>([
      ['a single event', {}],
      [
        'one of whole days',
        { allDay: true, startsAt: '2026-03-10T00:00:00', endsAt: '2026-03-12T00:00:00', timeZone: null },
      ],
      [
        'a free and tentative one, without text',
        { showsAs: 'FREE', status: 'TENTATIVE', description: null, location: null },
      ],
      ['one without a link', { meetingLink: null }],
      ['a series', { recurrence: 'RRULE:FREQ=WEEKLY;COUNT=9;BYDAY=TU,TH\nEXDATE:20260312T090000' }],
      [
        'a series of whole days',
        {
          allDay: true,
          startsAt: '2026-03-10T00:00:00',
          endsAt: '2026-03-11T00:00:00',
          timeZone: null,
          recurrence: 'RRULE:FREQ=DAILY;UNTIL=20260320\nEXDATE;VALUE=DATE:20260313',
        },
      ],
    ])('come back as they were written: %s', async (_case, changes) => {
      const event = eventOf(changes)
      const item = await insert(event)
      expect(item).toMatchObject({ ownId: OWN_ID, exceptionOf: null, problem: null, writeAccess: 'all' })
      // Names are the service's own, where it knows the person.
      expect(differingGroups(existing(item), event)).toEqual([])
      const changed = eventOf({ ...changes, title: 'Other', description: 'Other', meetingLink: null, participants: [] })
      const [self] = event.participants
      const updated = await update(item, { ...changed, uid: event.uid, participants: self ? [self] : [] })
      expect(existing(updated)).toMatchObject({ title: 'Other', description: 'Other', meetingLink: null })
      expect(existing(updated).participants.map(({ email }) => email)).toEqual([account.access.memberEmail])
      expect(updated.etag).not.toBe(item.etag)
    })

    it('change from times to whole days and back, and from once to often and back', async () => {
      const item = await insert(eventOf())
      const whole = {
        allDay: true,
        startsAt: '2026-03-10T00:00:00',
        endsAt: '2026-03-11T00:00:00',
        timeZone: null,
        recurrence: 'RRULE:FREQ=DAILY;COUNT=3',
      }
      const days = await update(item, whole)
      expect(existing(days)).toMatchObject(whole)
      const { allDay, startsAt, endsAt, timeZone, recurrence } = eventOf()
      const times = { allDay, startsAt, endsAt, timeZone, recurrence }
      expect(existing(await update(days, times))).toMatchObject(times)
    })

    it('change in the named groups alone', async () => {
      const item = await insert(eventOf())
      account.rename(item.remoteId, 'Renamed there')
      const { etag } = await get(item.remoteId)
      const event = { ...eventOf(), title: 'Not written', showsAs: 'FREE' as const }
      const { provider, access, calendar } = account
      const change = { remoteId: item.remoteId, etag, event, groups: ['status'] as const, writeAccess: 'all' as const }
      const updated = existing(await provider.updateItem(access, calendar, change))
      expect(updated).toMatchObject({ title: 'Renamed there', showsAs: 'FREE', meetingLink: 'https://meet.example/1' })
    })

    it('have the account under the member’s address', async () => {
      const item = await get(account.invite(ENTERED))
      const { memberEmail, accountEmail } = account.access
      const people = existing(item).participants.map(({ email }) => email)
      expect(people).toContain(memberEmail)
      expect(people).not.toContain(accountEmail)
      expect(existing(item).organizer?.email).not.toBe(memberEmail)
    })

    it('do not exist where nobody made them', async () => {
      const { provider, access, calendar } = account
      expect(await provider.getItem(access, calendar, provider.newRemoteId(OWN_ID, 7))).toBeNull()
    })

    it('tell nobody by mail', async () => {
      const item = await update(await insert(eventOf()), { startsAt: '2026-03-10T08:00:00' })
      await account.provider.deleteItem(account.access, account.calendar, item)
      expect(account.mails()).toBe(0)
    })
  })

  describe(`${name}: ids`, () => {
    it('are taken once', async () => {
      await insert(eventOf())
      await expectFailure('id-taken', insert(eventOf()))
      expect(account.count()).toBe(1)
    })

    it('are taken after a deletion, too, and the next generation is not', async () => {
      const { remoteId } = await insert(eventOf())
      account.remove(remoteId)
      await expectFailure('id-taken', insert(eventOf()))
      expect((await insert(eventOf(), 1)).remoteId).not.toBe(remoteId)
    })

    it('find what was inserted without an answer', async () => {
      account.expectTrouble('lost-answer')
      await expectFailure('unavailable', insert(eventOf()))
      await expectFailure('id-taken', insert(eventOf()))
      const item = await get(account.provider.newRemoteId(OWN_ID, 0))
      expect(item.ownId).toBe(OWN_ID)
      expect(account.count()).toBe(1)
    })
  })

  describe(`${name}: versions`, () => {
    it('of what changed there are not overwritten', async () => {
      const item = await insert(eventOf())
      account.rename(item.remoteId, 'Theirs')
      await expectFailure('changed', update(item, { title: 'Ours' }))
      await expectFailure('changed', account.provider.deleteItem(account.access, account.calendar, item))
      expect(account.titleOf(item.remoteId)).toBe('Theirs')
    })

    it('of what was deleted there are gone', async () => {
      const item = await insert(eventOf())
      account.remove(item.remoteId)
      const error = await update(item, { title: 'Ours' }).catch((failure: unknown) => failure)
      expect(error).toMatchObject({ kind: expect.stringMatching(/^(gone|changed|not-found)$/) })
      expect(
        (await account.provider.getItem(account.access, account.calendar, item.remoteId))?.event ?? null,
      ).toBeNull()
    })

    it('of what is gone can be deleted again', async () => {
      const { provider, access, calendar } = account
      const item = await insert(eventOf())
      await provider.deleteItem(access, calendar, item)
      await provider.deleteItem(access, calendar, item)
      await provider.deleteItem(access, calendar, { remoteId: provider.newRemoteId(OWN_ID, 7), etag: null })
      expect(account.count()).toBe(0)
    })
  })

  describe(`${name}: exceptions`, () => {
    const second = (seriesRemoteId: string) => ({ seriesRemoteId, originalStart: '2026-03-11T08:00:00Z' })

    it('are listed with their series and original start', async () => {
      const series = account.enter(SERIES)
      const { token } = await list()
      account.rename(account.provider.occurrenceId(second(series)), 'Moved')
      account.remove(account.provider.occurrenceId({ ...second(series), originalStart: '2026-03-12T08:00:00Z' }))
      const { items } = await list(token)
      const exceptions = items.filter(({ exceptionOf }) => exceptionOf !== null)
      expect(new Set(exceptions.map(({ exceptionOf, event }) => [exceptionOf, event?.title]))).toEqual(
        new Set([
          [second(series), 'Moved'],
          [{ seriesRemoteId: series, originalStart: '2026-03-12T08:00:00Z' }, undefined],
        ]),
      )
      const [moved] = exceptions.filter(({ event }) => event !== null)
      expect(moved?.event).toMatchObject({
        recurrence: null,
        originalStartsAt: '2026-03-11T09:00:00',
        originalTimeZone: 'Europe/Berlin',
      })
      expect((await list()).items.filter(({ exceptionOf }) => exceptionOf !== null)).toHaveLength(2)
    })

    it('are made, changed and cancelled by the id of their occurrence', async () => {
      const { provider, access, calendar } = account
      const series = account.enter(SERIES)
      const remoteId = provider.occurrenceId(second(series))
      const { event: base } = await get(series)
      if (!base) throw new Error('There is no series.')
      const event = {
        ...base,
        recurrence: null,
        startsAt: '2026-03-11T15:00:00',
        endsAt: '2026-03-11T16:00:00',
        originalStartsAt: '2026-03-11T09:00:00',
        originalTimeZone: 'Europe/Berlin',
      }
      const change = { remoteId, etag: null, event, groups: ['time'] as const, writeAccess: 'all' as const }
      const made = await provider.updateItem(access, calendar, change)
      expect(made.exceptionOf).toEqual(second(series))
      expect(made.event).toMatchObject({ startsAt: '2026-03-11T15:00:00', title: 'Stand-up' })
      await provider.deleteItem(access, calendar, made)
      const { items } = await list()
      expect(items.filter(({ exceptionOf }) => exceptionOf !== null)).toMatchObject([{ remoteId, event: null }])
    })

    it('of whole days are known by their date', async () => {
      const series = account.enter({ ...SERIES, start: '2026-03-10', end: '2026-03-11' })
      const exception = { seriesRemoteId: series, originalStart: '2026-03-11' }
      account.rename(account.provider.occurrenceId(exception), 'Other')
      const found = (await list()).items.find(({ exceptionOf }) => exceptionOf !== null)
      expect(found).toMatchObject({ exceptionOf: exception, event: { title: 'Other', allDay: true } })
      expect(found?.event).toMatchObject({ originalStartsAt: '2026-03-11T00:00:00', originalTimeZone: null })
    })
  })

  describe(`${name}: what is not allowed`, () => {
    it('is everything but the answer to an invitation', async () => {
      const { provider, access, calendar } = account
      const item = await get(account.invite(ENTERED))
      expect(item.writeAccess).toBe('answer')
      const { remoteId, etag } = item
      const invited = existing(item)
      const participants = invited.participants.map((person) =>
        person.email === access.memberEmail ? { ...person, status: 'tentative' as const } : person,
      )
      const answered = await provider.updateItem(access, calendar, {
        remoteId,
        etag,
        event: { ...invited, participants: participants.toReversed() },
        groups: ['people'],
        writeAccess: 'answer',
      })
      expect(new Set(existing(answered).participants)).toEqual(new Set(participants))
      await expectFailure('forbidden', update(answered, { title: 'Ours' }))
    })

    it('is to write where only reading is', async () => {
      const { provider, access } = account
      const calendar = account.addReadOnly()
      const remoteId = provider.newRemoteId(OWN_ID, 0)
      await expectFailure(
        'forbidden',
        provider.insertItem(access, calendar, { remoteId, ownId: OWN_ID, event: eventOf() }),
      )
    })

    it('is what the person did not allow', async () => {
      await expectFailure(
        'scopes-missing',
        account.provider.listItems(account.withoutScopes(), account.calendar, NOTHING),
      )
    })
  })

  describe(`${name}: failures`, () => {
    it.each<[Trouble, ProviderErrorKind, number | null]>([
      ['outage', 'unavailable', null],
      ['timeout', 'unavailable', null],
      ['cut', 'unavailable', null],
      ['rate-limit', 'rate-limited', 7],
    ])('%s is “%s”, once and without a second try', async (trouble, kind, retryAfterSeconds) => {
      account.expectTrouble(trouble)
      const error = await expectFailure(kind, list())
      expect(error.retryAfterSeconds).toBe(retryAfterSeconds)
      expect((await list()).items).toEqual([])
    })

    it('are told of every call without a valid token', async () => {
      const item = await insert(eventOf())
      account.expireAccessToken()
      const { provider, access, calendar } = account
      const calls = [
        provider.listCalendars(access),
        list(),
        provider.getItem(access, calendar, item.remoteId),
        insert(eventOf(), 1),
        update(item, { title: 'Ours' }),
        provider.deleteItem(access, calendar, item),
        provider.watch(access, calendar, { id: 'channel', token: 'token', address: 'https://astralis.example/push' }),
        provider.stopWatching(access, { id: 'channel', resourceId: 'resource' }),
      ]
      await Promise.all(calls.map((call) => expectFailure('unauthorized', call)))
    })

    it('are told of a calendar that is not there', async () => {
      const { provider, access, calendar } = account
      const unknown = { ...calendar, remoteId: 'nobody@example.com' }
      await expectFailure('not-found', provider.listItems(access, unknown, NOTHING))
    })

    it('are told of what is no event', async () => {
      await expectFailure('invalid', insert(eventOf({ endsAt: '2026-03-10T08:00:00' })))
    })
  })

  describe(`${name}: channels`, () => {
    it('are opened once, and closed however often', async () => {
      const { provider, access, calendar } = account
      const channel = { id: 'channel-1', token: 'token', address: 'https://astralis.example/push' }
      const { resourceId, expiresAt } = await provider.watch(access, calendar, channel)
      expect(resourceId).not.toBe('')
      expect(expiresAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
      await expectFailure('id-taken', provider.watch(access, calendar, channel))
      await provider.stopWatching(access, { id: channel.id, resourceId })
      await provider.stopWatching(access, { id: channel.id, resourceId })
    })

    it('lead to an https address', async () => {
      const { provider, access, calendar } = account
      const channel = { id: 'channel-1', token: 'token', address: 'http://astralis.example/push' }
      await expectFailure('invalid', provider.watch(access, calendar, channel))
    })
  })
}

function existing({ event, problem }: RemoteItem): CalendarEvent {
  if (!event) throw new Error(problem ?? 'It was deleted.')
  return event
}
