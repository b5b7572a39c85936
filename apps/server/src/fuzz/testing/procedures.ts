import { appRouter } from '@astralis/api/router'
import { z } from 'zod'
import type { JsonSchema } from './arbitrary-from-schema.ts'

export interface Procedure {
  path: string
  type: 'query' | 'mutation' | 'subscription'
  /** Of what callers send; null for a procedure without an input. */
  input: JsonSchema | null
}

interface Definition {
  type: Procedure['type']
  inputs: z.ZodType[]
}

/** Every procedure that there is, with its input, as the router has them. */
export function listProcedures(): Procedure[] {
  // oxlint-disable-next-line no-underscore-dangle -- tRPC offers the list of its procedures under this name only
  const all: Record<string, unknown> = appRouter._def.procedures
  return Object.entries(all).map(([path, procedure]) => {
    const { type, inputs } = definitionOf(procedure)
    const [first] = inputs
    return { path, type, input: first ? z.toJSONSchema(first, { io: 'input', unrepresentable: 'any' }) : null }
  })
}

function definitionOf(procedure: unknown): Definition {
  const definition: unknown = typeof procedure === 'function' ? Reflect.get(procedure, '_def') : undefined
  if (!isDefinition(definition)) throw new Error('tRPC describes its procedures in another way than it did.')
  return definition
}

function isDefinition(value: unknown): value is Definition {
  return typeof value === 'object' && value !== null && 'type' in value && 'inputs' in value
}
