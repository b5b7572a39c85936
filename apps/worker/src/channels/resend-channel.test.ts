import { createServer } from 'node:http'
import type { ChannelOutcome } from '@astralis/services/ports'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listen } from '../testing/listen.ts'
import { outage, rateLimited, type ResendStandIn, startResendStandIn } from '../testing/resend-stand-in.ts'
import { sampleMail, SENDER } from '../testing/sample-mail.ts'
import { createResendChannel } from './resend-channel.ts'

/** So long that no answer here is late, whatever else the machine does. */
const PATIENT_MS = 20_000
const IMPATIENT_MS = 300
const HOUR_MS = 3600 * 1000

let resend: ResendStandIn
let pauses: number[]
beforeEach(async () => {
  pauses = []
  resend = await startResendStandIn()
})
afterEach(() => resend.close())

function channel({ apiKey = resend.apiKey, timeoutMs = PATIENT_MS, pause = notePause } = {}) {
  return createResendChannel({ apiKey, baseUrl: resend.baseUrl, sender: SENDER }, pause, timeoutMs)
}

function notePause(milliseconds: number): Promise<unknown> {
  pauses.push(milliseconds)
  return Promise.resolve()
}

function failure(outcome: ChannelOutcome, words: string) {
  return expect.objectContaining({ name: 'ChannelError', outcome, message: expect.stringContaining(words) })
}

describe('F6: a mail by Resend', () => {
  it('has names in quotes, both bodies, and the calendar as an attachment with its method', async () => {
    const mail = sampleMail({
      from: { ...SENDER, name: 'Zoë "Z" O\\Neill, via AstralisOps' },
      to: { email: 'grace@example.com', name: null },
    })
    await channel().send(mail, 'reminder/1/1')
    const [accepted] = resend.accepted
    expect(accepted?.key).toBe('reminder/1/1')
    expect(accepted?.payload).toEqual({
      from: String.raw`"Zoë \"Z\" O\\Neill, via AstralisOps" <scheduling@example.com>`,
      to: ['grace@example.com'],
      reply_to: ['"Ada Lovelace" <ada@example.com>'],
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      attachments: [
        {
          filename: 'invite.ics',
          content_type: 'text/calendar; method=REQUEST; charset=UTF-8',
          content: Buffer.from(mail.calendar?.content ?? '').toString('base64'),
        },
      ],
    })
  })

  it('has no attachment and no Reply-To where there is none', async () => {
    await channel().send(sampleMail({ calendar: null, replyTo: null }), 'reminder/1/1')
    expect(resend.accepted[0]?.payload).not.toHaveProperty('attachments')
    expect(resend.accepted[0]?.payload).not.toHaveProperty('reply_to')
  })
})

describe('F3: the same key is accepted once', () => {
  it('when it is sent twice', async () => {
    await channel().send(sampleMail(), 'reminder/1/1')
    await channel().send(sampleMail(), 'reminder/1/1')
    expect(resend.accepted).toHaveLength(1)
    expect(resend.requests).toHaveLength(2)
  })

  it('when the connection broke after the first was accepted: nobody knows, so it is sent again', async () => {
    resend.afterAccept = (_, { drop }) => drop()
    await expect(channel().send(sampleMail(), 'reminder/1/1')).rejects.toEqual(failure('unknown', 'Unable to fetch'))
    await channel().send(sampleMail(), 'reminder/1/1')
    expect(resend.accepted).toHaveLength(1)
  })

  it('when there was no answer in time', async () => {
    resend.afterAccept = () => new Promise(() => {})
    const sent = channel({ timeoutMs: IMPATIENT_MS }).send(sampleMail(), 'reminder/1/1')
    await expect(sent).rejects.toEqual(failure('unknown', 'Unable to fetch'))
    await channel().send(sampleMail(), 'reminder/1/1')
    expect(resend.accepted).toHaveLength(1)
  })

  it('while the first is in progress: the second is told to try later', async () => {
    const arrived = Promise.withResolvers<void>()
    const held = Promise.withResolvers<void>()
    resend.beforeAccept = () => {
      arrived.resolve()
      return held.promise
    }
    const first = channel().send(sampleMail(), 'reminder/1/1')
    await arrived.promise
    const second = channel().send(sampleMail(), 'reminder/1/1')
    await expect(second).rejects.toEqual(failure('not-accepted', 'still in progress'))
    held.resolve()
    await first
    expect(resend.accepted).toHaveLength(1)
  })

  it('and another message with it never', async () => {
    await channel().send(sampleMail(), 'reminder/1/1')
    const other = channel().send(sampleMail({ subject: 'Another' }), 'reminder/1/1')
    await expect(other).rejects.toEqual(failure('unknown', 'different request payload'))
    expect(resend.accepted).toHaveLength(1)
  })

  it('for as long as the channel says, which is less than Resend keeps it', async () => {
    const keeping = channel()
    await keeping.send(sampleMail(), 'reminder/1/1')
    const sentAt = Date.now()
    resend.now = () => sentAt + keeping.keyHours * HOUR_MS
    await keeping.send(sampleMail(), 'reminder/1/1')
    expect(resend.accepted).toHaveLength(1)
    resend.now = () => sentAt + 25 * HOUR_MS
    await keeping.send(sampleMail(), 'reminder/1/1')
    expect(resend.accepted).toHaveLength(2)
  })
})

describe('F5: what Resend answers, in its words', () => {
  it.each<[number, string, string, ChannelOutcome]>([
    [400, 'validation_error', 'We found an error with one or more fields.', 'rejected'],
    [400, 'invalid_idempotency_key', 'The key must be between 1-256 chars.', 'rejected'],
    [400, 'validation_error', 'API key is invalid', 'not-accepted'],
    [401, 'restricted_api_key', 'This API key is restricted.', 'not-accepted'],
    [403, 'validation_error', 'The example.com domain is not verified.', 'not-accepted'],
    [404, 'not_found', 'The requested endpoint does not exist.', 'not-accepted'],
    [413, 'validation_error', 'The message is too large.', 'rejected'],
    [422, 'invalid_attachment', 'Attachment must have either a content or path.', 'rejected'],
    [429, 'daily_quota_exceeded', 'You have reached your daily email sending quota.', 'not-accepted'],
    [451, 'security_error', 'We may have found a security issue with the request.', 'rejected'],
    [500, 'application_error', 'An unexpected error occurred.', 'not-accepted'],
    [502, 'application_error', 'Bad gateway.', 'unknown'],
    [503, 'internal_server_error', 'Unavailable.', 'not-accepted'],
    [504, 'application_error', 'Gateway timeout.', 'unknown'],
    [524, 'application_error', 'A timeout occurred.', 'unknown'],
  ])('%i %s: %s: %s', async (status, name, message, outcome) => {
    resend.refuse = () => ({ status, name, message })
    await expect(channel().send(sampleMail(), 'reminder/1/1')).rejects.toEqual(failure(outcome, message))
    expect(resend.requests).toHaveLength(1)
    expect(pauses).toEqual([])
  })

  it('a wrong key may be put right while the mail waits, and is in no message', async () => {
    const apiKey = 're_wrong_0123456789'
    const sent = channel({ apiKey }).send(sampleMail(), 'reminder/1/1')
    await expect(sent).rejects.toEqual(failure('not-accepted', 'API key is invalid.'))
    resend.refuse = () => ({ status: 403, name: 'invalid_api_key', message: `Wrong\r\nkey: ${resend.apiKey}` })
    const error = await channel()
      .send(sampleMail(), 'reminder/1/1')
      .catch((reason: unknown) => reason)
    expect(error).toHaveProperty('message', 'Wrong key: [secret]')
  })

  it('nothing, because nobody is there', async () => {
    const speaking = channel()
    await resend.close()
    await expect(speaking.send(sampleMail(), 'reminder/1/1')).rejects.toEqual(failure('unknown', 'Unable to fetch'))
    resend = await startResendStandIn()
  })

  it('nothing, because the connection broke before the mail was accepted', async () => {
    resend.beforeAccept = (_, { drop }) => {
      drop()
      return Promise.reject(new Error('The connection is gone.'))
    }
    await expect(channel().send(sampleMail(), 'reminder/1/1')).rejects.toEqual(failure('unknown', 'Unable to fetch'))
    expect(resend.accepted).toEqual([])
  })
})

describe('F5: an answer that can not be read leaves it unknown whether the mail was accepted:', () => {
  it.each<[string, number, string]>([
    ['a success without JSON', 200, '<html>'],
    ['a success without an id', 200, '{}'],
    ['a success that is null', 200, 'null'],
    ['an error that is null', 500, 'null'],
    ['an error that is a text', 500, '"Internal error"'],
    ['an error without its status', 500, '{"message":"Internal error"}'],
    ['an error whose status is none', 500, '{"message":{},"statusCode":200}'],
    ['a web page of a proxy', 502, '<html>'],
  ])('%s', async (_, status, body) => {
    const server = createServer((request, response) =>
      request.resume().on('end', () => response.writeHead(status).end(body)),
    )
    const baseUrl = `http://127.0.0.1:${await listen(server)}`
    const sent = createResendChannel({ apiKey: 're_1', baseUrl, sender: SENDER }).send(sampleMail(), '1')
    await expect(sent).rejects.toEqual(failure('unknown', ''))
    server.close()
  })
})

describe('F5: more requests than Resend takes in a second', () => {
  it('wait for as long as it says, and go out with the same key', async () => {
    let times = 0
    resend.refuse = () => (times++ < 2 ? rateLimited(2) : null)
    await channel().send(sampleMail(), 'reminder/1/1')
    expect(pauses).toEqual([2000, 2000])
    expect(resend.requests).toEqual(['reminder/1/1', 'reminder/1/1', 'reminder/1/1'])
    expect(resend.accepted).toHaveLength(1)
  })

  it.each(['3600', '', 'soon', '-1'])('are given back when the wait is "%s"', async (retryAfter) => {
    resend.refuse = () => rateLimited(retryAfter)
    await expect(channel().send(sampleMail(), '1')).rejects.toEqual(failure('not-accepted', 'Too many requests'))
    expect(resend.requests).toHaveLength(1)
    expect(pauses).toEqual([])
  })

  it('are given back after five of them', async () => {
    resend.refuse = () => rateLimited(1)
    await expect(channel().send(sampleMail(), '1')).rejects.toEqual(failure('not-accepted', 'Too many requests'))
    expect(resend.requests).toHaveLength(5)
  })

  it('make all others wait too', async () => {
    const told = Promise.withResolvers<void>()
    const over = Promise.withResolvers<void>()
    const pacing = channel({
      pause: () => {
        told.resolve()
        return over.promise
      },
    })
    resend.headers = { 'ratelimit-remaining': '0', 'ratelimit-reset': '1' }
    await pacing.send(sampleMail(), 'first')
    await told.promise
    const second = pacing.send(sampleMail(), 'second')
    // If the second had left, it would be there before this one.
    expect((await fetch(resend.baseUrl)).status).toBe(404)
    expect(resend.requests).toEqual(['first'])
    over.resolve()
    await second
    expect(resend.requests).toEqual(['first', 'second'])
  })

  it('outages are no reason to ask again at once', async () => {
    resend.refuse = () => outage()
    await expect(channel().send(sampleMail(), '1')).rejects.toEqual(failure('not-accepted', 'unexpected error'))
    expect(resend.requests).toHaveLength(1)
  })
})
