import { reachOf } from '@astralis/core/access/access-table'
import type { Role } from '@astralis/core/people/role'
import { hashRows } from '@astralis/db/testing/hash-rows'
import { type Answer, enter } from './call.ts'
import { idsIn, missing, normalise } from './foreign-ids.ts'
import { type IdField, idFieldsOf, valueAt, withValueAt } from './id-fields.ts'
import type { Member } from './members.ts'
import type { Procedure } from './procedures.ts'
import type { MakeInput } from './sample.ts'
import { SAMPLES } from './samples.ts'
import type { AccessWorld } from './start-access-world.ts'

/** Fields in which an address of another organization is meant to make a difference. */
const TELLING: Record<string, string> = {
  'auth.signIn.email': 'Whose it is, is the question; a wrong password is answered alike.',
  'auth.signUp.email': 'One address has one account, whatever the organization.',
}

/**
 * Every way in which a procedure lets members of ours notice the other organization, or reach it, in words; none where it
 * is safe. In every field that names something stands an id of theirs, and then one that nobody has.
 */
export async function findLeaks(
  world: AccessWorld,
  procedure: Procedure,
  roles: readonly Role[] = ['ADMIN'],
): Promise<string[]> {
  const { ours, theirs, owner } = world
  const callers = roles.filter((role) => reachOf(role, procedure.name) !== 'none').map((role) => ours.members[role])
  const { inputs } = SAMPLES[procedure.name]
  const foreignInputs = await Promise.all(inputs.map((makeInput) => makeInput(theirs, theirs.members.ADMIN)))
  const before = await hashRows(owner, theirs.id)
  const found = await Promise.all(
    callers.flatMap((caller) =>
      inputs.map((makeInput, nth) => findLeaksOf(world, procedure, { caller, makeInput, foreign: foreignInputs[nth] })),
    ),
  )
  const after = await hashRows(owner, theirs.id)
  const touched = Object.keys(after).filter((table) => after[table] !== before[table])
  return [...found.flat(), ...touched.map((table) => `changed rows of ${table}`)]
}

interface Attempt {
  caller: Member
  makeInput: MakeInput
  /** An input of the same kind about what is theirs. */
  foreign: unknown
}

async function findLeaksOf(world: AccessWorld, procedure: Procedure, attempt: Attempt): Promise<string[]> {
  const asker = createAsker(world, procedure, attempt)
  const leaks: string[] = []
  for (const field of idFieldsOf(procedure.schema))
    leaks.push(...(await compareField(world, procedure, attempt, field, asker)))
  return [...leaks, ...(await findShown(world, attempt, asker))]
}

type Asker = (change: (input: unknown) => unknown) => Promise<Answer & { input: unknown }>

/** Calls with an input of the caller's own, changed. It stays good until a mutation has succeeded with it. */
function createAsker({ ours, owner }: AccessWorld, procedure: Procedure, { caller, makeInput }: Attempt): Asker {
  let own: { input: unknown } | null = null
  return async (change) => {
    own ??= { input: await makeInput(ours, caller) }
    const input = change(own.input)
    const answer = await ours.call(procedure, input, await enter(owner, { member: caller, by: 'browser' }))
    if (procedure.type === 'mutation' && answer.status === 200) own = null
    return { ...answer, input }
  }
}

/** With an input of their own, nobody is shown anything of others. */
async function findShown({ theirs }: AccessWorld, { caller }: Attempt, ask: Asker): Promise<string[]> {
  const { text, outcome } = await ask((input) => input)
  if (outcome !== '200') return [`${caller.role}: an input of their own is answered ${outcome} ${text}`]
  return text.includes(theirs.mark) ? [`${caller.role}: shown what is theirs`] : []
}

async function compareField(
  world: AccessWorld,
  procedure: Procedure,
  { caller, foreign }: Attempt,
  { path, kind }: IdField,
  ask: Asker,
): Promise<string[]> {
  const value = valueAt(foreign, path)
  if (typeof value !== 'string' || `${procedure.name}.${path.join('.')}` in TELLING) return []
  const leaks: string[] = []
  const tell = async (changed: (own: string) => string) => {
    const answer = await ask((input) => withValueAt(input, path, changed(String(valueAt(input, path)))))
    return { ...answer, told: normalise(answer.text, idsIn(procedure.schema, answer.input)) }
  }
  for (const forge of forgeriesOf(world, kind, value)) {
    const answer = await tell(forge)
    const missed = await tell((own) => missing(kind, forge(own)))
    const problem = `${caller.role}, ${path.join('.')}: `
    if (answer.status !== missed.status || answer.told !== missed.told)
      leaks.push(`${problem}answered ${describe(answer)} instead of ${describe(missed)}`)
    if (answer.told.includes(world.theirs.mark)) leaks.push(`${problem}shown what is theirs`)
    if (answer.status >= 500) leaks.push(`${problem}fails`)
  }
  return leaks
}

function describe({ status, told }: Answer & { told: string }): string {
  return `${status} ${told.slice(0, 300)}`
}

/**
 * What somebody of ours puts in the place of their own value. A link opens what it was made for, whoever has it: so what is
 * tried are links of which one half is theirs and the other ours.
 */
function forgeriesOf(
  { ours, theirs }: AccessWorld,
  kind: IdField['kind'],
  foreign: string,
): ((own: string) => string)[] {
  const secretOf = (token: string) => token.slice(token.indexOf('.'))
  if (kind === 'token') return [() => ours.id + secretOf(foreign), (own) => theirs.id + secretOf(own)]
  return kind === 'email' ? [() => foreign, () => theirs.members.ADMIN.email] : [() => foreign]
}
