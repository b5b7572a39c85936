import { randomUUID } from 'node:crypto'
import type { ProcedureName } from '@astralis/core/access/access-table'
import { EVENT_SAMPLES } from './event-samples.ts'
import { createApiToken, createMember, createSession, type Member, PASSWORD } from './members.ts'
import type { MakeInput, Sample } from './sample.ts'
import { addConnection, addIdentity, addJoinInvitation, bookEvent, callAs, type World } from './things.ts'

const nothing: MakeInput = () => undefined
const hours = [{ startTime: '09:00', endTime: '12:00' }]

async function logOf(world: World, owner: Member) {
  const { id } = await bookEvent(world, owner)
  return { entity: 'event', entityId: id, actorId: owner.id }
}

/** What the log has of an event up to its change, which is that it was booked. */
async function olderLogOf(world: World, owner: Member) {
  const filters = await logOf(world, owner)
  await callAs(world, owner, 'events.update', { id: filters.entityId, version: 1, title: `${owner.secret} again` })
  return { ...filters, before: await lastEntryOf(world, filters.entityId) }
}

async function lastEntryOf({ owner }: World, entityId: string): Promise<string | undefined> {
  const [entry] = await owner.execute<{ id: string }>(
    `select id from activity where entity_id = '${entityId}' order by at desc, id desc limit 1`,
  )
  return entry?.id
}

async function connectionOf(world: World, owner: Member) {
  const event = await bookEvent(world, owner)
  return addConnection(world, owner, event.id)
}

const accountSamples = {
  'auth.signUp': {
    inputs: [
      () => ({
        organizationName: 'New',
        name: 'New',
        email: `${randomUUID()}@new.example`,
        password: PASSWORD,
        timeZone: 'UTC',
      }),
    ],
  },
  'auth.signIn': { inputs: [(_world, { email }) => ({ email, password: PASSWORD })] },
  'auth.signOut': { inputs: [nothing] },
  'auth.me': { inputs: [nothing] },
  'auth.methods': { inputs: [nothing] },
  'auth.googleUrl': { inputs: [() => ({ returnTo: '/calendar' })] },

  'account.update': { inputs: [() => ({ timeZone: 'UTC' })] },
  'account.firstSteps': { inputs: [nothing] },
  'account.endFirstSteps': { inputs: [nothing] },
  'account.changePassword': { inputs: [() => ({ currentPassword: PASSWORD, newPassword: PASSWORD })] },
  'account.identities': { inputs: [(world, owner) => addIdentity(world, owner)], others: 'hidden', shows: true },
  'account.linkGoogle': { inputs: [() => ({ password: PASSWORD, returnTo: '/settings' })] },
  'account.unlinkGoogle': { inputs: [(world, owner) => addIdentity(world, owner)] },

  'sessions.list': { inputs: [nothing], others: 'hidden', shows: true },
  'sessions.revoke': {
    inputs: [async (world, owner) => ({ id: (await createSession(world.owner, owner)).publicId })],
    others: 'refused',
  },
  'sessions.revokeOthers': { inputs: [nothing] },

  'tokens.create': { inputs: [() => ({ name: 'Import', role: 'CLIENT', expiresAt: '2040-01-01T00:00:00Z' })] },
  'tokens.list': {
    inputs: [async (world, owner) => void (await createApiToken(world.owner, owner))],
    others: 'hidden',
    shows: true,
  },
  'tokens.revoke': {
    inputs: [async (world, owner) => ({ id: (await createApiToken(world.owner, owner)).id })],
    others: 'refused',
  },
} satisfies Partial<Record<ProcedureName, Sample>>

const organizationSamples = {
  'members.list': { inputs: [nothing] },
  'members.invite': { inputs: [({ mark }) => ({ email: `${randomUUID()}@${mark}.example`, role: 'CLIENT' })] },
  'members.invitations': { inputs: [async (world) => void (await addJoinInvitation(world))] },
  'members.withdrawInvitation': { inputs: [async (world) => ({ id: (await addJoinInvitation(world)).id })] },
  'members.invitation': { inputs: [async (world) => ({ token: (await addJoinInvitation(world)).token })] },
  'members.acceptInvitation': {
    inputs: [
      async (world) => ({
        token: (await addJoinInvitation(world)).token,
        name: 'New',
        password: PASSWORD,
        timeZone: 'UTC',
      }),
    ],
  },
  'members.update': {
    inputs: [async (world) => ({ id: (await createMember(world, 'CLIENT')).id, role: 'OPERATOR', isActive: true })],
  },
  'members.transfer': {
    inputs: [
      async (world) => {
        const from = await createMember(world, 'CLIENT')
        await bookEvent(world, from)
        return { fromId: from.id, toId: (await createMember(world, 'CLIENT')).id }
      },
    ],
  },

  'activity.list': { inputs: [logOf, olderLogOf], others: 'hidden', shows: true },
  'activity.export': {
    inputs: [
      async (world, owner) => ({ ...(await logOf(world, owner)), format: 'csv' }),
      async (world, owner) => ({ ...(await olderLogOf(world, owner)), format: 'json' }),
    ],
    others: 'hidden',
    shows: true,
  },

  'availability.get': { inputs: [(_world, { id }) => ({ userId: id })] },
  'availability.set': { inputs: [(_world, { id }) => ({ userId: id, timeZone: 'UTC' })], others: 'refused' },
  'availability.setOverride': {
    inputs: [(_world, { id }) => ({ userId: id, date: '2031-01-01', ranges: hours })],
    others: 'refused',
  },
  'availability.removeOverride': {
    inputs: [
      async (world, owner) => {
        const day = { userId: owner.id, date: '2031-01-02' }
        await callAs(world, owner, 'availability.setOverride', { ...day, ranges: hours })
        return day
      },
    ],
    others: 'refused',
  },

  'connections.authorizationUrl': {
    inputs: [
      async (world, owner) => ({
        provider: 'GOOGLE',
        id: (await connectionOf(world, owner)).id,
        returnTo: '/calendar',
      }),
    ],
    others: 'refused',
  },
  'connections.list': {
    inputs: [async (world, owner) => void (await connectionOf(world, owner))],
    others: 'hidden',
    shows: true,
  },
  'connections.calendars': {
    inputs: [async (world, owner) => only(await connectionOf(world, owner))],
    others: 'refused',
    shows: true,
  },
  'connections.update': {
    inputs: [
      async (world, owner) => {
        const { id, calendarId } = await connectionOf(world, owner)
        return { id, syncEnabled: true, calendarIds: [calendarId] }
      },
    ],
    others: 'refused',
  },
  'connections.sync': { inputs: [async (world, owner) => only(await connectionOf(world, owner))], others: 'refused' },
  'connections.disconnect': {
    inputs: [async (world, owner) => only(await connectionOf(world, owner))],
    others: 'refused',
  },
  'connections.log': {
    inputs: [
      async (world, owner) => {
        const { id, lastEntryId } = await connectionOf(world, owner)
        return { id, before: lastEntryId }
      },
    ],
    others: 'refused',
    shows: true,
  },

  'live.changes': { inputs: [nothing, () => ({ lastEventId: '3' })] },
} satisfies Partial<Record<ProcedureName, Sample>>

function only({ id }: { id: string }) {
  return { id }
}

/** One for every procedure of the table of access. */
export const SAMPLES: Record<ProcedureName, Sample> = { ...accountSamples, ...organizationSamples, ...EVENT_SAMPLES }
