import { randomUUID } from 'node:crypto'
import { ACCESS, reachOf, ruleOf } from '@astralis/core/access/access-table'
import { ROLES, type Role } from '@astralis/core/people/role'
import { hashRows } from '@astralis/db/testing/hash-rows'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Answer, type Caller, type Credentials, enter } from './testing/call.ts'
import { idsIn, normalise, withMissingIds } from './testing/foreign-ids.ts'
import { createApiToken, createOrganization, type Member } from './testing/members.ts'
import { type Procedure, PROCEDURES, ROUTED_NAMES } from './testing/procedures.ts'
import { SAMPLES } from './testing/samples.ts'
import { type AccessWorld, forgetAttempts, startAccessWorld } from './testing/start-access-world.ts'

let world: AccessWorld

beforeAll(async () => {
  world = await startAccessWorld()
})
beforeEach(() => forgetAttempts(world))
afterAll(() => world.close())

/** One call of a procedure, and what the table says of it. */
interface Cell {
  name: string
  caller: Caller
  /** Whose thing the input is about. */
  owner: Member
  outcome: string
  /** Whether the answer has what the owner alone knows: undefined where neither is promised. */
  shows?: boolean
}

const NOT_ALLOWED = '403 NOT_ALLOWED'
const REFUSED = 'refused'

it('H2: the table, the router and the samples of this test know the same procedures', () => {
  expect(ROUTED_NAMES).toEqual(Object.keys(ACCESS).toSorted())
  expect(Object.keys(SAMPLES).toSorted()).toEqual(Object.keys(ACCESS).toSorted())
})

it('H4: an ADMIN’s token of a lesser role may no more than that role', async () => {
  const { ours, owner } = world
  const { token } = await createApiToken(owner, { ...ours.members.ADMIN, role: 'CLIENT' })
  const refused = PROCEDURES.filter(({ name }) => reachOf('CLIENT', name) === 'none')
  expect(refused.length).toBeGreaterThan(4)
  for (const procedure of refused) {
    const input = await SAMPLES[procedure.name].inputs[0](ours, ours.members.ADMIN)
    const { outcome } = await ours.call(procedure, input, { authorization: `Bearer ${token}` })
    expect([procedure.name, outcome]).toEqual([procedure.name, NOT_ALLOWED])
  }
})

describe.each(PROCEDURES)('H2: $name', (procedure) => {
  it('does for nobody, CLIENT, OPERATOR, ADMIN and their tokens what the table says', async () => {
    const inputOf = inputsOf(procedure)
    const prepared = await Promise.all(cellsOf(procedure).map((cell) => prepare(cell, inputOf)))
    const refused = prepared.filter(({ cell }) => cell.outcome !== '200')
    const before = await hashRows(world.owner, world.ours.id)
    const refusals = await Promise.all(refused.map((call) => outcomeOf(procedure, call)))
    expect(await hashRows(world.owner, world.ours.id)).toEqual(before)
    const allowed = prepared.filter(({ cell }) => cell.outcome === '200')
    const answers = await Promise.all(allowed.map((call) => outcomeOf(procedure, call)))
    expect([...refusals, ...answers]).toEqual([...refused, ...allowed].map(({ cell }) => promiseOf(cell)))
  })

  it('answers another organization’s ADMIN as if nothing of ours existed', async () => {
    // Whoever has a link may use it, whatever else they are.
    if (ruleOf(procedure.name).who === 'everybody') return
    const { ours, owner } = world
    const { members } = await createOrganization(owner, randomUUID())
    const caller = { member: members.ADMIN, by: 'browser' } as const
    for (const makeInput of SAMPLES[procedure.name].inputs) {
      const make = () => makeInput(ours, ours.members.ADMIN)
      const [input, other] = [await make(), withMissingIds(procedure.schema, await make())]
      const credentials = await enter(owner, caller)
      const before = await hashRows(owner, ours.id)
      const answer = await ours.call(procedure, input, credentials)
      expect(await hashRows(owner, ours.id)).toEqual(before)
      const missed = await ours.call(procedure, other, credentials)
      expect(tellable(procedure, input, answer)).toEqual(tellable(procedure, other, missed))
      const shows = answer.text.includes(ours.mark) && !JSON.stringify(input ?? null).includes(ours.mark)
      expect([answer.status < 500, shows]).toEqual([true, false])
    }
  })
})

/** What an answer tells about the ids in its input; nothing where there are none, and the same question is asked twice. */
function tellable({ schema }: Procedure, input: unknown, { status, text }: Answer) {
  const ids = idsIn(schema, input)
  return ids.length === 0 ? null : { status, text: normalise(text, ids) }
}

function cellsOf({ name }: Procedure): Cell[] {
  const { members, bystander } = world.ours
  const isPublic = ruleOf(name).who === 'everybody'
  const nobody = { name: 'nobody', caller: null, owner: bystander, outcome: isPublic ? '200' : '401 NOT_SIGNED_IN' }
  return [
    nobody,
    ...ROLES.flatMap((role) =>
      (['browser', 'token'] as const).flatMap((by) => {
        const caller = { member: members[role], by }
        return [
          { ...ownThing(name, role, by), name: `${role} by ${by}`, caller, owner: members[role] },
          { ...othersThing(name, role, by), name: `${role} by ${by}, another’s`, caller, owner: bystander },
        ]
      }),
    ),
  ].filter(({ outcome }) => outcome !== '')
}

type Promised = Pick<Cell, 'outcome' | 'shows'>

function ownThing(name: Procedure['name'], role: Role, by: 'browser' | 'token'): Promised {
  const isAllowed = reachOf(role, name) !== 'none' && !(by === 'token' && ruleOf(name).needsSession)
  if (!isAllowed) return { outcome: NOT_ALLOWED }
  return SAMPLES[name].shows ? { outcome: '200', shows: true } : { outcome: '200' }
}

/** An empty outcome where a procedure is about nobody but the caller. */
function othersThing(name: Procedure['name'], role: Role, by: 'browser' | 'token'): Promised {
  const own = ownThing(name, role, by)
  if (own.outcome !== '200' || reachOf(role, name) === 'all') return own
  const { others } = SAMPLES[name]
  if (others === undefined) return { outcome: '' }
  return others === 'refused' ? { outcome: REFUSED, shows: false } : { outcome: '200', shows: false }
}

interface Prepared {
  cell: Cell
  input: unknown
  credentials: Credentials
}

/** What changes nothing may be asked again with the same input; what succeeds needs one of its own. */
function inputsOf({ name, type }: Procedure): (cell: Cell) => unknown {
  const [makeInput] = SAMPLES[name].inputs
  const shared = new Map<Member, unknown>()
  return ({ owner, outcome }) => {
    if (type === 'mutation' && outcome === '200') return makeInput(world.ours, owner)
    const known = shared.get(owner) ?? makeInput(world.ours, owner)
    shared.set(owner, known)
    return known
  }
}

async function prepare(cell: Cell, inputOf: (cell: Cell) => unknown): Promise<Prepared> {
  return { cell, input: await inputOf(cell), credentials: await enter(world.owner, cell.caller) }
}

async function outcomeOf(procedure: Procedure, { cell, input, credentials }: Prepared): Promise<string> {
  const answer = await world.ours.call(procedure, input, credentials)
  const isRefusal = answer.outcome === NOT_ALLOWED || answer.outcome === '404 NOT_FOUND'
  const outcome = cell.outcome === REFUSED && isRefusal ? REFUSED : outcomeWithText(answer)
  const shows = cell.shows === undefined ? undefined : answer.text.includes(cell.owner.secret)
  return promiseOf({ ...cell, outcome, ...(shows !== undefined && { shows }) })
}

/** What nobody expected is told with its words. */
function outcomeWithText({ status, outcome, text }: Answer): string {
  return status === 200 || outcome === NOT_ALLOWED || status === 401 ? outcome : `${outcome} ${text}`
}

function promiseOf({ name, outcome, shows }: Pick<Cell, 'name' | 'outcome' | 'shows'>): string {
  return `${name}: ${outcome}${shows === undefined ? '' : shows ? ', with what is the owner’s' : ', without what is the owner’s'}`
}
