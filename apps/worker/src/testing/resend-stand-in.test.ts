import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ResendStandIn, startResendStandIn } from './resend-stand-in.ts'

const MAIL = { from: 'Ada <ada@example.com>', to: 'grace@example.com', subject: 'Planning', text: 'Tomorrow.' }

let resend: ResendStandIn
beforeEach(async () => {
  resend = await startResendStandIn()
})
afterEach(() => resend.close())

function post(body: unknown, headers: Record<string, string> = {}) {
  return request(`${resend.baseUrl}/emails`, {
    method: 'POST',
    headers: { authorization: `Bearer ${resend.apiKey}`, ...headers },
  })
    .on('error', () => {})
    .end(JSON.stringify(body))
}

async function answerTo(body: unknown, headers?: Record<string, string>): Promise<unknown> {
  const response = await fetch(`${resend.baseUrl}/emails`, {
    method: 'POST',
    headers: { authorization: `Bearer ${resend.apiKey}`, ...headers },
    body: JSON.stringify(body),
  })
  return response.json()
}

describe('the stand-in for Resend', () => {
  it.each([
    ['no sender', { ...MAIL, from: undefined }, 'missing_required_field'],
    ['no body', { ...MAIL, text: undefined }, 'missing_required_field'],
    ['no object', null, 'validation_error'],
    ['a sender without an address', { ...MAIL, from: 'Ada' }, 'validation_error'],
    ['a name with a comma and no quotes', { ...MAIL, to: 'Hopper, Grace <grace@example.com>' }, 'validation_error'],
    ['two people in one', { ...MAIL, to: 'grace@example.com, ada@example.com' }, 'validation_error'],
    ['a new line in a name', { ...MAIL, from: '"Ada\r\nBcc: x" <ada@example.com>' }, 'validation_error'],
    ['an attachment that is not base64', { ...MAIL, attachments: [{ content: 'Hi!' }] }, 'invalid_attachment'],
  ])('refuses %s', async (_, body, name) => {
    expect(await answerTo(body)).toMatchObject({ statusCode: 422, name })
    expect(resend.accepted).toEqual([])
  })

  it('refuses a key that is too long, and a wrong or missing login', async () => {
    expect(await answerTo(MAIL, { 'idempotency-key': 'x'.repeat(257) })).toMatchObject({ statusCode: 400 })
    expect(await answerTo(MAIL, { authorization: 'Bearer re_0' })).toMatchObject({ statusCode: 403 })
    expect(await answerTo(MAIL, { authorization: '' })).toMatchObject({ statusCode: 401 })
  })

  it('accepts without a key as often as it is asked, and with one once', async () => {
    const ids = [await answerTo(MAIL), await answerTo(MAIL)]
    expect(ids[0]).not.toEqual(ids[1])
    const key = { 'idempotency-key': 'reminder/1/1' }
    expect(await answerTo(MAIL, key)).toEqual(await answerTo(MAIL, key))
    expect(resend.accepted).toHaveLength(3)
  })

  it('survives a client that vanishes in the middle of a request, and accepts nothing of it', async () => {
    const half = request(`${resend.baseUrl}/emails`, {
      method: 'POST',
      headers: { authorization: `Bearer ${resend.apiKey}`, 'content-length': '1000' },
    }).on('error', () => {})
    const closed = new Promise((resolve) => half.once('close', resolve))
    half.write('{"from":', () => half.destroy())
    await closed
    await answerTo(MAIL)
    expect(resend.accepted).toHaveLength(1)
  })

  it('accepts what was sent in full, also when nobody waits for the answer any more', async () => {
    const arrived = Promise.withResolvers<void>()
    const held = Promise.withResolvers<void>()
    resend.beforeAccept = () => {
      arrived.resolve()
      return held.promise
    }
    const impatient = post(MAIL, { 'idempotency-key': 'reminder/1/1' })
    await arrived.promise
    await new Promise((resolve) => impatient.once('close', resolve).destroy())
    held.resolve()
    await answerTo(MAIL, { 'idempotency-key': 'reminder/1/1' })
    expect(resend.accepted).toHaveLength(1)
  })
})
