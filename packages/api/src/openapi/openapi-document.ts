import { ruleOf } from '@astralis/core/access/access-table'
import { componentSchemas, schemaName } from './component-schemas.ts'
import { describeAccess, securityOf } from './describe-access.ts'
import { type ListedProcedure, listProcedures } from './list-procedures.ts'

/** Of the API: its first part rises when something goes away that callers rely on. */
const VERSION = '1.0.0'

const DESCRIPTION = `Everything that the web app does. Instants are RFC 3339, in UTC in answers; durations are whole minutes, time zones IANA names.

A question (GET) has its input as JSON in the address, as \`?input=…\`, percent-encoded; one that is too long for an address may be sent by POST, with the input as its body. A change (POST) has its input as JSON in its body.

Answers may have more fields in later versions.`

const STREAM =
  'Server-sent events, until either side ends them; ask again with the id of the last message as `lastEventId`. A refusal is an event `serialized-error`, of which the data is an error; `connected`, `ping` and `return` say nothing more.'

const schemaRef = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const jsonOf = (schema: object) => ({ 'application/json': { schema } })

/**
 * The API as an OpenAPI 3.1 document, in JSON, made of the procedures themselves: their inputs as they check them, their
 * answers as their types are, and who may call them from the table of access.
 */
export function openApiDocument(): string {
  const procedures = listProcedures()
  const document = {
    openapi: '3.1.1',
    info: {
      title: 'AstralisOps Scheduling',
      version: VERSION,
      description: DESCRIPTION,
      license: { name: 'AGPL-3.0-only', identifier: 'AGPL-3.0-only' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(procedures.map(areaOf))].map((name) => ({ name })),
    paths: Object.fromEntries(procedures.map((procedure) => [`/trpc/${procedure.path}`, describePath(procedure)])),
    components: {
      schemas: componentSchemas(procedures),
      securitySchemes: SECURITY_SCHEMES,
      responses: RESPONSES,
    },
  }
  return JSON.stringify(document, (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' ? value.replace('#/$defs/', '#/components/schemas/') : value,
  )
}

function areaOf({ path }: ListedProcedure): string {
  return path.split('.')[0] ?? path
}

function describePath(procedure: ListedProcedure) {
  const { path, type, input } = procedure
  const rule = ruleOf(path)
  const operation = {
    operationId: path,
    tags: [areaOf(procedure)],
    summary: rule.does,
    description: describeAccess(rule),
    security: securityOf(rule),
    responses: {
      200: answerOf(procedure),
      429: { $ref: '#/components/responses/RateLimited' },
      default: { $ref: '#/components/responses/Failed' },
    },
  }
  const content = jsonOf(schemaRef(input === null ? 'NoInput' : schemaName(path, 'Input')))
  const required = !input?.safeParse(undefined).success
  if (type === 'mutation') return { post: { ...operation, requestBody: { required, content } } }
  const parameters = input === null ? [] : [{ name: 'input', in: 'query', required, content }]
  return { get: { ...operation, parameters } }
}

/** A stream is server-sent events (text/event-stream), of which each message has an answer as its data. */
function answerOf({ path, type }: ListedProcedure) {
  const name = schemaName(path, 'Answer')
  if (type !== 'subscription') return { description: 'What it answers.', content: jsonOf(resultOf(name)) }
  const schema = { type: 'string', contentMediaType: 'application/json', contentSchema: schemaRef(name) }
  return { description: STREAM, content: { 'text/event-stream': { schema } } }
}

/** tRPC wraps what a procedure answers. */
function resultOf(answer: string) {
  const data = { type: 'object', required: ['data'], properties: { data: schemaRef(answer) } }
  return { type: 'object', required: ['result'], properties: { result: data } }
}

const failure = jsonOf({ type: 'object', required: ['error'], properties: { error: schemaRef('Error') } })

const RESPONSES = {
  Failed: { description: 'Nothing was done, and why.', content: failure },
  RateLimited: {
    description: 'There have been too many attempts (RATE_LIMITED).',
    headers: {
      'Retry-After': { description: 'Seconds to wait (RFC 9110, 10.2.3).', schema: { type: 'integer', minimum: 1 } },
    },
    content: failure,
  },
}

const SECURITY_SCHEMES = {
  apiToken: {
    type: 'http',
    scheme: 'bearer',
    description:
      'Made in the web app under Settings → API tokens. It acts as whoever made it, with its own role or theirs if that is less. A request with an API token is nobody else’s, even with a cookie beside it.',
  },
  sessionCookie: {
    type: 'apiKey',
    in: 'cookie',
    name: 'astralis_session',
    description:
      'For browsers: set by signing in. With it, every POST needs `content-type: application/json` and the product’s own address as `Origin`.',
  },
}
