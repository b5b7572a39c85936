import { type CreateEventInput, createEventInput } from '@astralis/core/events/event-input'
import type { Temporal } from '@astralis/core/temporal'
import type { Transaction } from '@astralis/db/client'
import { saveAvailability } from '@astralis/db/queries/availability'
import { deleteMails } from '@astralis/db/queries/mails'
import { findUserByEmail, insertOrganization, insertUser } from '@astralis/db/queries/users'
import { enterSignIn } from '@astralis/db/tenancy'
import { hashPassword } from '../auth/password.ts'
import type { Runtime, ServiceContext } from '../context.ts'
import { completeEvents } from '../events/complete-events.ts'
import { createEvent } from '../events/create-event.ts'
import { respondToEvent } from '../events/respond-to-event.ts'
import { updateEvent } from '../events/update-event.ts'
import { inOrganization } from '../transaction.ts'
import { DEMO_MEETINGS, type DemoMeeting } from './demo-meetings.ts'
import { DEMO_ORGANIZATION, DEMO_SIGN_IN, DEMO_TEAM, demoEmail, type DemoMember } from './demo-team.ts'

const HOME = 'Europe/Berlin'

type Team = Map<DemoMember['key'], ServiceContext>

/**
 * Fills an empty database with a team and the fortnight that begins on this week's Monday, through the same services
 * that people use. Does nothing, and answers false, where the demo is already there. Nobody has the team's addresses, so
 * its mail is for the outbox only; `hasOutbox` says whether there is one.
 */
export async function seedDemo(runtime: Runtime, { hasOutbox }: { hasOutbox: boolean }): Promise<boolean> {
  if (await isSeeded(runtime)) return false
  const orgId = runtime.newId()
  const passwordHash = await hashPassword(DEMO_SIGN_IN.password)
  const team = await inOrganization(runtime, orgId, async (tx) => {
    await insertOrganization(tx, { id: orgId, name: DEMO_ORGANIZATION, createdAt: runtime.clock() })
    const members: Team = new Map()
    for (const member of DEMO_TEAM) members.set(member.key, await hire(tx, runtime, orgId, passwordHash, member))
    return members
  })
  const monday = mondayOf(runtime.clock())
  for (const meeting of DEMO_MEETINGS)
    for (const day of meeting.days) await book(team, meeting, monday.add({ days: day }))
  await completeEvents(runtime, { orgId })
  if (!hasOutbox) await inOrganization(runtime, orgId, (tx) => deleteMails(tx, orgId))
  return true
}

async function isSeeded({ db }: Runtime): Promise<boolean> {
  return db.transaction(async (tx) => {
    await enterSignIn(tx, DEMO_SIGN_IN.email)
    return (await findUserByEmail(tx, DEMO_SIGN_IN.email)) !== null
  })
}

async function hire(
  tx: Transaction,
  runtime: Runtime,
  orgId: string,
  passwordHash: string,
  { key, name, role, timeZone, days, hours }: DemoMember,
): Promise<ServiceContext> {
  const user = { orgId, id: runtime.newId(), email: demoEmail(key), name, role, timeZone }
  await insertUser(tx, { ...user, passwordHash, createdAt: runtime.clock() })
  const rules = days.flatMap((dayOfWeek) => hours.map((range) => ({ dayOfWeek, ...range, isActive: true })))
  await saveAvailability(tx, orgId, user.id, { timeZone, rules, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 })
  const actor = { ...user, userId: user.id, organizationName: DEMO_ORGANIZATION }
  return { ...runtime, origin: 'demo', rankingModel: null, actor }
}

async function book(team: Team, meeting: DemoMeeting, date: Temporal.PlainDate): Promise<void> {
  const { event } = await createEvent(memberOf(team, meeting.organizer), toInput(meeting, date))
  for (const { key, status } of meeting.answers ?? [])
    await respondToEvent(memberOf(team, key), { id: event.id, status, scope: 'all' })
  if (meeting.isConfirmed)
    await updateEvent(memberOf(team, meeting.organizer), {
      id: event.id,
      version: event.version,
      status: 'CONFIRMED',
      onConflict: 'flag',
    })
}

function memberOf(team: Team, key: DemoMember['key']): ServiceContext {
  const member = team.get(key)
  if (!member) throw new Error(`The demo has no ${key}.`)
  return member
}

function toInput(meeting: DemoMeeting, date: Temporal.PlainDate): CreateEventInput {
  const start = date.toZonedDateTime({ timeZone: HOME, plainTime: meeting.at ?? '00:00' })
  const end = meeting.minutes === undefined ? start.add({ days: 1 }) : start.add({ minutes: meeting.minutes })
  return createEventInput.parse({
    title: meeting.title,
    startsAt: start.toInstant().toString(),
    endsAt: end.toInstant().toString(),
    allDay: meeting.minutes === undefined,
    timeZone: HOME,
    showsAs: meeting.isFree ? 'FREE' : 'BUSY',
    participants: [
      ...(meeting.with ?? []).map((key) => ({ email: demoEmail(key) })),
      ...(meeting.optional ?? []).map((key) => ({ email: demoEmail(key), isOptional: true })),
      ...(meeting.guest ? [meeting.guest] : []),
    ],
    recurrence: meeting.recurrence,
    description: meeting.description,
    location: meeting.location,
    meetingLink: meeting.meetingLink,
  })
}

function mondayOf(now: Temporal.Instant): Temporal.PlainDate {
  const today = now.toZonedDateTimeISO(HOME).toPlainDate()
  return today.subtract({ days: today.dayOfWeek - 1 })
}
