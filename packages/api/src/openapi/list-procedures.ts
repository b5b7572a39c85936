import { isProcedureName, type ProcedureName } from '@astralis/core/access/access-table'
import { z } from 'zod'
import { appRouter } from '../router.ts'

/** A procedure as a program calls it. */
export interface ListedProcedure {
  path: ProcedureName
  type: 'query' | 'mutation' | 'subscription'
  /** Null for one that takes none. */
  input: z.ZodType | null
}

/** What tRPC knows of a procedure. */
const definition = z.object({
  type: z.enum(['query', 'mutation', 'subscription']),
  inputs: z.tuple([z.instanceof(z.ZodType)]).or(z.tuple([])),
})

/** Every procedure of the API. One that the table of access does not have answers nobody, and is not among them. */
export function listProcedures(): ListedProcedure[] {
  // oxlint-disable-next-line no-underscore-dangle -- tRPC offers the list of its procedures under this name only
  const procedures: Record<string, unknown> = appRouter._def.procedures
  return Object.entries(procedures).flatMap(([path, procedure]) => {
    if (!isProcedureName(path)) return []
    const { type, inputs } = definition.parse(typeof procedure === 'function' && Reflect.get(procedure, '_def'))
    return [{ path, type, input: inputs[0] ?? null }]
  })
}
