import { z } from 'zod'
import { ANSWERS } from './answer-schemas.ts'
import { components } from './components.ts'
import { errorAnswer } from './error-answer.ts'
import type { ListedProcedure } from './list-procedures.ts'
import { attendeeInput } from './named-inputs.ts'

/** What a change takes that needs to be told nothing. */
const noInput = z.strictObject({})
components.add(noInput, { id: 'NoInput', description: 'An object without fields.' })

/** `EventsCreateInput` or `EventsCreateAnswer`, of `events.create`. */
export function schemaName(path: string, part: 'Input' | 'Answer'): string {
  return path.replaceAll(/(?:^|\.)(\w)/g, (_, first: string) => first.toUpperCase()) + part
}

/**
 * JSON Schemas (draft 2020-12) of what procedures take and answer with, and of everything with a name that they are made of.
 * They refer to each other below `#/$defs/`.
 */
export function componentSchemas(procedures: readonly ListedProcedure[]): Record<string, unknown> {
  const whole = z.object({
    error: errorAnswer,
    noInput,
    ...Object.fromEntries(procedures.flatMap(({ path, input }) => (input ? [[schemaName(path, 'Input'), input]] : []))),
    ...Object.fromEntries(procedures.map(({ path }) => [schemaName(path, 'Answer'), ANSWERS[path]])),
  })
  const { $defs, properties } = z.toJSONSchema(whole, {
    metadata: components,
    io: 'input',
    override({ zodSchema, jsonSchema }) {
      // What is turned into something else before it is checked is beyond JSON Schema, which knows only the latter.
      if (zodSchema === attendeeInput) allowBareAddress(jsonSchema)
    },
  })
  const { error: _error, noInput: _noInput, ...ofProcedures } = properties ?? {}
  return { ...$defs, ...ofProcedures }
}

function allowBareAddress(jsonSchema: z.core.JSONSchema.BaseSchema): void {
  const { type, properties, required, additionalProperties, ...described } = jsonSchema
  for (const key of Object.keys(jsonSchema)) delete jsonSchema[key]
  const address = { $ref: '#/$defs/EmailInput' }
  Object.assign(jsonSchema, described, { anyOf: [address, { type, properties, required, additionalProperties }] })
}
