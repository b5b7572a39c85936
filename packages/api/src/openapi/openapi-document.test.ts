import { ACCESS } from '@astralis/core/access/access-table'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { components } from './components.ts'
import { listProcedures } from './list-procedures.ts'
import { openApiDocument } from './openapi-document.ts'

type Json = Record<string, unknown>

const text = openApiDocument()
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null
const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce((inner, key) => (isObject(inner) ? inner[key] : undefined), value)
const document: unknown = JSON.parse(text)
const schemas = Object.entries(Object(at(document, 'components', 'schemas')))
const operation = (path: string) => {
  const item = at(document, 'paths', `/trpc/${path}`)
  return { get: at(item, 'get'), post: at(item, 'post') }
}

describe('H4: the OpenAPI document', () => {
  it('is one of OpenAPI 3.1, and all of its references lead somewhere', async () => {
    const validator = new Validator()
    expect(await validator.validate(JSON.parse(text))).toEqual({ valid: true })
    expect(validator.version).toBe('3.1')
    const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference = '']) => reference)
    expect(references.length).toBeGreaterThan(200)
    for (const reference of new Set(references))
      expect([reference, at(document, ...reference.slice(2).split('/'))]).toEqual([reference, expect.any(Object)])
  })

  it('has every procedure of the table of access, by the method that it is called with', () => {
    const documented = Object.keys(Object(at(document, 'paths'))).map((path) => path.slice('/trpc/'.length))
    expect(documented.toSorted()).toEqual(Object.keys(ACCESS).toSorted())
    for (const { path, type } of listProcedures()) {
      const { get, post } = operation(path)
      expect([path, isObject(get), isObject(post)]).toEqual([path, type !== 'mutation', type === 'mutation'])
    }
  })

  it('says of each who may call it, and how they say who they are', () => {
    expect(operation('tokens.create').post).toMatchObject({
      summary: 'Makes an API token of at most the caller’s own role',
      security: [{ sessionCookie: [] }],
      description: expect.stringContaining('An API token is not enough.'),
    })
    expect(operation('members.update').post).toMatchObject({
      security: [{ apiToken: [] }, { sessionCookie: [] }],
      description: 'ADMIN: whatever the organization has; OPERATOR: refused; CLIENT: refused.',
    })
    expect(operation('auth.signIn').post).toMatchObject({
      security: [{}, { apiToken: [] }, { sessionCookie: [] }],
      description: 'For everybody, also without an account.',
    })
  })

  it('tells apart what has to be sent from what may be left out', () => {
    const required = (path: string) => at(operation(path).get, 'parameters', '0', 'required')
    expect(required('events.list')).toBe(true)
    expect(required('availability.get')).toBe(false)
    expect(at(operation('members.list').get, 'parameters')).toEqual([])
    expect(at(operation('auth.signOut').post, 'requestBody', 'required')).toBe(true)
  })

  it('loses nothing of an input: no part of one is left open that is checked', () => {
    const open = schemas
      .filter(([name]) => name.endsWith('Input') || name === 'TimeZone' || name === 'Recurrence')
      .flatMap(([name, schema]) => openParts(schema, name))
    expect(open).toEqual([])
    expect(schemas.length).toBeGreaterThan(120)
  })

  it('has its own words for what is turned into something else before it is checked', () => {
    const unnamed: string[] = []
    for (const { path, input } of listProcedures())
      z.toJSONSchema(input ?? z.object(), {
        io: 'input',
        metadata: components,
        override: ({ zodSchema, path: place }) => {
          const isPreprocessed = zodSchema instanceof z.ZodPipe && zodSchema.in instanceof z.ZodTransform
          if (isPreprocessed && !components.has(zodSchema)) unnamed.push([path, ...place].join('/'))
        },
      })
    expect(unnamed).toEqual([])
    expect(at(document, 'components', 'schemas', 'AttendeeInput', 'anyOf')).toMatchObject([
      { $ref: '#/components/schemas/EmailInput' },
      { type: 'object', required: ['email'] },
    ])
  })
})

/** Where in a schema anything goes. */
function openParts(schema: unknown, place: string): string[] {
  if (!isObject(schema)) return []
  const { description: _, default: __, examples: ___, ...says } = schema
  if (Object.keys(says).length === 0) return [place]
  const lists = ['anyOf', 'oneOf', 'allOf', 'prefixItems'].flatMap((key) => Object.entries(Object(schema[key])))
  const inside = [...Object.entries(Object(schema['properties'])), ...lists]
  const single = ['items', 'additionalProperties'].map((key): [string, unknown] => [key, schema[key]])
  return [...inside, ...single].flatMap(([key, part]) => openParts(part, `${place}/${key}`))
}
