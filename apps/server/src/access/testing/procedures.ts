import { appRouter } from '@astralis/api/router'
import { isProcedureName, type ProcedureName } from '@astralis/core/access/access-table'

export interface Procedure {
  name: ProcedureName
  type: 'query' | 'mutation' | 'subscription'
  /** The Zod schema of its input; null for one that takes none. */
  schema: unknown
}

// oxlint-disable-next-line no-underscore-dangle -- tRPC offers the list of its procedures under this name only
const routed: Record<string, unknown> = appRouter._def.procedures

/** As the router has them, whether the table of access knows them or not. */
export const ROUTED_NAMES = Object.keys(routed).toSorted()

/** Those of the router that the table of access knows. */
export const PROCEDURES: Procedure[] = ROUTED_NAMES.filter(isProcedureName).map((name) => {
  const { type, inputs } = definitionOf(routed[name])
  if (type !== 'query' && type !== 'mutation' && type !== 'subscription')
    throw new Error(`${name} is a ${String(type)}, which nobody tests yet.`)
  if (inputs.length > 1) throw new Error(`${name} has several inputs, of which only one would be tested.`)
  return { name, type, schema: inputs[0] ?? null }
})

function definitionOf(procedure: unknown): { type: unknown; inputs: unknown[] } {
  const definition: unknown = typeof procedure === 'function' ? Reflect.get(procedure, '_def') : null
  if (!definition || typeof definition !== 'object') throw new Error('This is no procedure.')
  const inputs: unknown = Reflect.get(definition, 'inputs')
  return { type: Reflect.get(definition, 'type'), inputs: Array.isArray(inputs) ? inputs : [] }
}
