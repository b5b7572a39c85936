import type { Socket } from 'node:net'
import { createInterface } from 'node:readline'
import type { ChannelOutcome } from '@astralis/services/ports'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sampleMail, SENDER } from '../testing/sample-mail.ts'
import { type ScriptedServer, startScriptedServer } from '../testing/scripted-server.ts'
import { type SmtpFailure, type SmtpPhase, type SmtpStandIn, startSmtpStandIn } from '../testing/smtp-stand-in.ts'
import { createSmtpChannel, type SmtpSettings } from './smtp-channel.ts'

const LOGIN = { user: 'user', password: 'password' }
/** So long that no answer here is late, whatever else the machine does. */
const PATIENT = { connectMs: 20_000, greetingMs: 20_000, silenceMs: 20_000 }
/** Longer than a loaded machine takes from one answer to the next. */
const IMPATIENT = { connectMs: 20_000, greetingMs: 1500, silenceMs: 1500 }

let smtp: SmtpStandIn
beforeEach(async () => {
  smtp = await startSmtpStandIn()
})
afterEach(() => smtp.close())

function channel(settings: Partial<SmtpSettings> = {}, timeouts = PATIENT) {
  const { host, port } = smtp
  return createSmtpChannel({ host, port, secure: false, login: null, sender: SENDER, ...settings }, timeouts)
}

function failure(outcome: ChannelOutcome, words = '') {
  return expect.objectContaining({ name: 'ChannelError', outcome, message: expect.stringContaining(words) })
}

describe('F6: a mail by SMTP', () => {
  it('goes from the sender to the one recipient, with an id that comes from its key', async () => {
    await channel({ login: LOGIN }).send(sampleMail(), 'reminder/1/1')
    await channel().send(sampleMail(), 'reminder/1/1')
    await channel().send(sampleMail(), 'reminder/1/2')
    expect(smtp.accepted).toHaveLength(3)
    for (const { from, to } of smtp.accepted) {
      expect(from).toBe('scheduling@example.com')
      expect(to).toEqual(['grace@example.com'])
    }
    const ids = smtp.accepted.map(({ raw }) => /^Message-ID: <([\w-]+)@example\.com>\r$/m.exec(raw.toString())?.[1])
    expect(ids[0]).toEqual(expect.any(String))
    expect(ids[1]).toBe(ids[0])
    expect(ids[2]).not.toBe(ids[0])
  })

  it('keeps its connection for the next one', async () => {
    const kept = channel()
    for (const key of ['1', '2', '3']) await kept.send(sampleMail(), key)
    expect(smtp.accepted).toHaveLength(3)
    expect(smtp.connections).toBe(1)
  })

  it('that was rejected does not stop the next one', async () => {
    const kept = channel()
    smtp.fail = (phase) => (phase === 'recipient' ? { code: 550, text: 'No such user' } : null)
    await expect(kept.send(sampleMail(), '1')).rejects.toEqual(failure('rejected'))
    smtp.fail = () => null
    await kept.send(sampleMail(), '2')
    expect(smtp.accepted).toHaveLength(1)
  })
})

function failing(how: number | 'drop'): SmtpFailure {
  return how === 'drop' ? 'drop' : { code: how, text: 'In the words of the server' }
}

/** Where, and with which code of an answer, or with the end of the connection. */
const FAILURES: [SmtpPhase, number | 'drop', ChannelOutcome][] = [
  ['greeting', 421, 'not-accepted'],
  ['greeting', 554, 'not-accepted'],
  ['greeting', 'drop', 'not-accepted'],
  ['login', 454, 'not-accepted'],
  ['login', 535, 'not-accepted'],
  ['login', 'drop', 'not-accepted'],
  ['sender', 421, 'not-accepted'],
  ['sender', 451, 'not-accepted'],
  ['sender', 530, 'not-accepted'],
  ['sender', 550, 'rejected'],
  ['sender', 'drop', 'not-accepted'],
  ['recipient', 421, 'not-accepted'],
  ['recipient', 450, 'not-accepted'],
  ['recipient', 503, 'not-accepted'],
  ['recipient', 550, 'rejected'],
  ['recipient', 'drop', 'not-accepted'],
  ['content', 421, 'not-accepted'],
  ['content', 452, 'not-accepted'],
  ['content', 554, 'rejected'],
  ['content', 'drop', 'unknown'],
]

describe.each([
  ['one at a time', true],
  ['all at once', false],
])('F5: what a failure means, with commands %s:', (_, hidePIPELINING) => {
  beforeEach(async () => {
    await smtp.close()
    smtp = await startSmtpStandIn({ hidePIPELINING })
  })

  it.each(FAILURES)('%s %s: %s', async (phase, how, outcome) => {
    smtp.fail = (at) => (at === phase ? failing(how) : null)
    const words = how === 'drop' ? '' : 'In the words of the server'
    await expect(channel({ login: LOGIN }).send(sampleMail(), '1')).rejects.toEqual(failure(outcome, words))
    expect(smtp.accepted).toEqual([])
    expect(smtp.connections).toBe(1)
  })

  it.each(FAILURES.filter(([phase]) => phase === 'sender' || phase === 'content'))(
    '%s %s, of a second message on the same connection: %s',
    async (phase, how, outcome) => {
      const kept = channel()
      await kept.send(sampleMail(), '1')
      smtp.fail = (at) => (at === phase ? failing(how) : null)
      await expect(kept.send(sampleMail(), '2')).rejects.toEqual(failure(outcome))
      expect(smtp.accepted).toHaveLength(1)
    },
  )

  it('F3: accepted, and the connection broke before the answer: nobody knows', async () => {
    smtp.afterAccept = (_message, { drop }) => drop()
    await expect(channel().send(sampleMail(), '1')).rejects.toEqual(failure('unknown'))
    expect(smtp.accepted).toHaveLength(1)
  })

  it('F3: accepted, and no answer in time: nobody knows', async () => {
    smtp.afterAccept = () => new Promise(() => {})
    await expect(channel({}, IMPATIENT).send(sampleMail(), '1')).rejects.toEqual(failure('unknown', 'Timeout'))
    expect(smtp.accepted).toHaveLength(1)
  })
})

describe('F5: a server that can not be spoken with leaves the mail for later', () => {
  it('because there is none', async () => {
    const { port } = smtp
    await smtp.close()
    await expect(channel({ port }).send(sampleMail(), '1')).rejects.toEqual(failure('not-accepted', 'ECONNREFUSED'))
    smtp = await startSmtpStandIn()
  })

  it('because its name is unknown', async () => {
    const sent = channel({ host: 'smtp.invalid' }, { ...PATIENT, connectMs: 2000 }).send(sampleMail(), '1')
    await expect(sent).rejects.toEqual(failure('not-accepted'))
  })

  it('because it has no TLS', async () => {
    await expect(channel({ secure: true }).send(sampleMail(), '1')).rejects.toEqual(failure('not-accepted'))
  })

  it('because its certificate is not to be trusted', async () => {
    await smtp.close()
    smtp = await startSmtpStandIn({ secure: true })
    const sent = channel({ secure: true }).send(sampleMail(), '1')
    await expect(sent).rejects.toEqual(failure('not-accepted', 'certificate'))
  })

  it('because it does not know the password, which is not in the error', async () => {
    smtp.fail = (phase) => (phase === 'login' ? { code: 535, text: 'Not pa55word' } : null)
    const sent = channel({ login: { user: 'user', password: 'pa55word' } }).send(sampleMail(), '1')
    await expect(sent).rejects.toEqual(failure('not-accepted', '535 Not [secret]'))
  })

  it('because a password would cross a network without TLS', async () => {
    // Another name of this machine, but not one that says so.
    await expect(channel({ host: '0.0.0.0', login: LOGIN }).send(sampleMail(), '1')).rejects.toEqual(
      failure('not-accepted', 'STARTTLS'),
    )
    await channel({ host: '0.0.0.0' }).send(sampleMail(), '2')
    expect(smtp.accepted).toHaveLength(1)
  })
})

const UNTIL_THE_MESSAGE = ['220 here', '250 here', '250 yes', '250 yes', '354 go']

describe('F5: a server that falls silent or leaves', () => {
  let server: ScriptedServer
  afterEach(() => server.close())

  async function send(serve: (socket: Socket) => void) {
    server = await startScriptedServer(serve)
    const mail = sampleMail({ text: 'A long story. '.repeat(200_000), calendar: null })
    return channel({ port: server.port }, IMPATIENT).send(mail, '1')
  }

  it.each<[string, string[], ChannelOutcome]>([
    ['before it has greeted', [], 'not-accepted'],
    ['after EHLO', ['220 here'], 'not-accepted'],
    ['after MAIL', ['220 here', '250 here'], 'not-accepted'],
    ['after RCPT', ['220 here', '250 here', '250 yes'], 'not-accepted'],
    ['after DATA', ['220 here', '250 here', '250 yes', '250 yes'], 'not-accepted'],
    ['after the message', UNTIL_THE_MESSAGE, 'unknown'],
    ['in half an answer to the message', [...UNTIL_THE_MESSAGE, '25'], 'unknown'],
  ])('%s', async (_, answers, outcome) => {
    await expect(send((socket) => answerInTurn(socket, answers))).rejects.toEqual(failure(outcome))
  })

  it('in the middle of the message', async () => {
    const sent = send((socket) => {
      answerInTurn(socket, UNTIL_THE_MESSAGE)
      let size = 0
      socket.on('data', (chunk) => {
        size += chunk.byteLength
        if (size > 100_000) socket.destroy()
      })
    })
    await expect(sent).rejects.toEqual(failure('unknown'))
  })
})

const COMMANDS = /^(EHLO|MAIL|RCPT|DATA|\.$)/

/** Greets and answers so many commands. What is no whole answer gets no end of line. */
function answerInTurn(socket: Socket, answers: string[]): void {
  const left = [...answers]
  const answer = () => {
    const text = left.shift()
    if (text !== undefined) socket.write(text.includes(' ') ? `${text}\r\n` : text)
  }
  answer()
  createInterface({ input: socket }).on('line', (line) => {
    if (COMMANDS.test(line)) answer()
  })
}

describe('an address that could be more than one, or a command, is rejected before anybody is spoken to', () => {
  it.each([
    '',
    'grace',
    'grace@',
    '@example.com',
    'grace@example.com, mallory@example.com',
    'grace@example.com>\r\nRCPT TO:<mallory@example.com',
    'grace@example.com\nBcc: mallory@example.com',
    'grace@example.com> SIZE=1',
    '<grace@example.com>',
    '"grace hopper"@example.com',
    'grace@example.com\0',
    'grace hopper@example.com',
    'gräce@example.com',
    'grace@exämple.com',
    'grace@[127.0.0.1]',
    `${'g'.repeat(65)}@example.com`,
  ])('%j', async (email) => {
    for (const place of ['to', 'from', 'replyTo']) {
      const sent = channel().send(sampleMail({ [place]: { email, name: 'Grace' } }), '1')
      await expect(sent).rejects.toEqual(failure('rejected', 'address'))
    }
    expect(smtp.connections).toBe(0)
  })
})
