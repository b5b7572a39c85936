import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

type Json = Record<string, unknown>

/** An answer as it came. */
export interface DocumentedAnswer {
  status: number
  /** What a procedure answers with, or why it does not. */
  body: { result?: { data: unknown }; error?: { message: string; data: Json } }
  headers: Headers
}

/**
 * A program that knows nothing of the API but its OpenAPI document: where an operation is, by which method, and how its input
 * is sent. What it sends and what it gets it checks against the document's schemas, and throws where they differ.
 */
export function createDocumentClient(document: Json, url: string, headers: () => Record<string, string>) {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema(document, 'document')

  const check = (pointer: string[], value: unknown) => {
    const fragment = pointer
      .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/')
    const validate = ajv.getSchema(`document#/${fragment}`)
    if (!validate) throw new Error(`The document has nothing at ${fragment}.`)
    if (!validate(value))
      throw new Error(`${fragment}: ${ajv.errorsText(validate.errors)}: ${JSON.stringify(value).slice(0, 2000)}`)
  }

  return async (operationId: string, input?: unknown): Promise<DocumentedAnswer> => {
    const { path, method, operation } = findOperation(document, operationId)
    const at = ['paths', path, method]
    const address = new URL(path, url)
    const request: { method: string; headers: Record<string, string>; body?: string } = { method, headers: headers() }
    const [parameter] = Array.isArray(operation['parameters']) ? operation['parameters'] : []
    if (parameter && (parameter.required || input !== undefined)) {
      check([...at, 'parameters', '0', 'content', JSON_TYPE, 'schema'], input)
      address.searchParams.set(parameter.name, JSON.stringify(input))
    }
    if (operation['requestBody'] !== undefined) {
      check([...at, 'requestBody', 'content', JSON_TYPE, 'schema'], input ?? {})
      request.body = JSON.stringify(input ?? {})
      request.headers['content-type'] = JSON_TYPE
    }
    const response = await fetch(address, { ...request, method: method.toUpperCase() })
    const body = JSON.parse(await response.text())
    const answers = { 200: [...at, 'responses', '200'], 429: ['components', 'responses', 'RateLimited'] }[
      response.status
    ]
    check([...(answers ?? ['components', 'responses', 'Failed']), 'content', JSON_TYPE, 'schema'], body)
    return { status: response.status, body, headers: response.headers }
  }
}

const JSON_TYPE = 'application/json'

function findOperation(document: Json, operationId: string): { path: string; method: string; operation: Json } {
  for (const [path, item] of Object.entries(Object(document['paths'])))
    for (const [method, operation] of Object.entries(Object(item)))
      if (Object(operation).operationId === operationId) return { path, method, operation: Object(operation) }
  throw new Error(`The document has no operation ${operationId}.`)
}
