import { z } from 'zod'

/** `address` or `Name <address>`, the name in quotes or not, as Resend documents it. */
const MAILBOX = /^("(?:[^"\\\r\n]|\\.)*" |[^"<>,\r\n]+ )?<[^\s<>@",]+@[^\s<>@",]+>$|^[^\s<>@",]+@[^\s<>@",]+$/

const mailbox = z
  .string()
  .regex(MAILBOX, 'The email address needs to follow the `email@example.com` or `Name <email@example.com>` format.')
const mailboxes = z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(mailbox).min(1).max(50))

const payloadSchema = z.object({
  from: mailbox,
  to: mailboxes,
  reply_to: mailboxes.optional(),
  subject: z.string(),
  html: z.string().optional(),
  text: z.string().optional(),
  attachments: z
    .array(
      z.object({
        filename: z.string().optional(),
        content: z.base64().optional(),
        content_type: z.string().optional(),
      }),
    )
    .optional(),
})

/** What a mail may say to Resend, as far as ours do. */
export type ResendPayload = z.output<typeof payloadSchema>

export interface Refusal {
  status: number
  name: string
  message: string
  headers?: Record<string, string>
}

/** A payload that Resend takes, or its documented refusal. */
export function readPayload(body: string): ResendPayload | Refusal {
  const value = parseJson(body)
  if (typeof value !== 'object' || value === null) {
    return { status: 422, name: 'validation_error', message: 'The body must be a JSON object.' }
  }
  const missing = ['from', 'to', 'subject'].filter((field) => !(field in value))
  if (!('html' in value) && !('text' in value)) missing.push('html')
  if (missing.length > 0) {
    const message = `The request body is missing one or more required fields: ${missing.join(', ')}.`
    return { status: 422, name: 'missing_required_field', message }
  }
  const { data, error } = payloadSchema.safeParse(value)
  return data ?? invalidField(error.issues[0])
}

function invalidField(issue: z.core.$ZodIssue | undefined): Refusal {
  const [field] = issue?.path ?? []
  if (field === 'attachments') {
    return { status: 422, name: 'invalid_attachment', message: 'An attachment must have either a content or a path.' }
  }
  return { status: 422, name: 'validation_error', message: `Invalid \`${String(field)}\` field. ${issue?.message}` }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
