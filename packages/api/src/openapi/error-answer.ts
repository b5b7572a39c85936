import type { Serialize } from '@trpc/server/unstable-core-do-not-import'
import { z } from 'zod'
import type { ErrorData } from '../map-error.ts'
import { conflict } from './answers/event.ts'
import { components } from './components.ts'
import type { SameType } from './same-type.ts'

/** tRPC's; each has a status of HTTP. */
const CODES = [
  'BAD_GATEWAY',
  'BAD_REQUEST',
  'CLIENT_CLOSED_REQUEST',
  'CONFLICT',
  'FORBIDDEN',
  'GATEWAY_TIMEOUT',
  'INTERNAL_SERVER_ERROR',
  'METHOD_NOT_SUPPORTED',
  'NOT_FOUND',
  'NOT_IMPLEMENTED',
  'PARSE_ERROR',
  'PAYLOAD_TOO_LARGE',
  'PAYMENT_REQUIRED',
  'PRECONDITION_FAILED',
  'PRECONDITION_REQUIRED',
  'SERVICE_UNAVAILABLE',
  'TIMEOUT',
  'TOO_MANY_REQUESTS',
  'UNAUTHORIZED',
  'UNPROCESSABLE_CONTENT',
  'UNSUPPORTED_MEDIA_TYPE',
] as const

const REASONS = [
  'CONNECTION_DISCONNECTED',
  'CONNECTION_NEEDS_REAUTH',
  'CONNECTION_PAUSED',
  'CONNECTION_SCOPES_MISSING',
  'EMAIL_TAKEN',
  'EVENT_OVERLAPS',
  'EVENT_READ_ONLY',
  'IDENTITY_TAKEN',
  'INVALID_INPUT',
  'INVITATION_CLOSED',
  'LAST_ADMIN',
  'MAIL_NOT_FAILED',
  'MEMBER_INACTIVE',
  'NOT_ALLOWED',
  'NOT_FOUND',
  'NOT_SIGNED_IN',
  'ORIGIN_NOT_ALLOWED',
  'PASSWORD_WRONG',
  'PROVIDER_NOT_SET_UP',
  'RATE_LIMITED',
  'SIGN_IN_FAILED',
  'VERSION_MISMATCH',
] as const

const described = {
  reason: 'A literal to rely on; it is missing where something failed on our side.',
  fields: 'Of wrong input: field path to what is expected there.',
  conflicts: 'Of EVENT_OVERLAPS: what is in the way.',
}

const schema = z.object({
  message: z.string(),
  code: z.int(),
  data: z.object({
    code: z.enum(CODES),
    httpStatus: z.int(),
    path: z.string().exactOptional(),
    reason: z.enum(REASONS).exactOptional(),
    requestId: z.string().exactOptional(),
    fields: z.record(z.string(), z.string()).exactOptional(),
    conflicts: z.array(conflict).exactOptional(),
    retryAfterSeconds: z.int().exactOptional(),
  }),
})

type Exact = SameType<z.output<typeof schema>['data'], Serialize<ErrorData>>

/** Why nothing was done. It does not compile while it differs from what errors carry. */
export const errorAnswer: Exact extends true ? typeof schema : never = schema

components.add(errorAnswer, {
  id: 'Error',
  description: Object.entries(described)
    .map(([field, text]) => `\`data.${field}\`: ${text}`)
    .join(' '),
})
