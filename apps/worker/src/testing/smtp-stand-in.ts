import { once } from 'node:events'
import type { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server'
import { listen } from './listen.ts'

/** A message that the server has taken and will deliver. */
interface AcceptedMessage {
  raw: Buffer
  /** Of the envelope: what the commands said. */
  from: string
  to: string[]
  /** Milliseconds since 1970. */
  acceptedAt: number
}

/** Where a transaction can fail, in order. `content`: with the whole message read, but not accepted. */
export type SmtpPhase = 'greeting' | 'login' | 'sender' | 'recipient' | 'content'

/** An answer such as `550 No such user`, or the end of the connection in place of any. */
export type SmtpFailure = { code: number; text: string } | 'drop'

export interface SmtpStandIn {
  host: string
  port: number
  accepted: AcceptedMessage[]
  /** How many connections there ever were. */
  connections: number
  /** Asked at each phase, with the message once it was read; null lets it through. */
  fail: (phase: SmtpPhase, raw?: Buffer) => SmtpFailure | null
  /** Awaited with a message that is accepted and not yet answered; `drop` ends the connection instead. */
  afterAccept: (message: AcceptedMessage, connection: { drop: () => void }) => unknown
  close: () => Promise<void>
}

/** A local SMTP server that takes every message, with the login `user` and `password` where one is tried. */
export async function startSmtpStandIn(options: SMTPServerOptions = {}): Promise<SmtpStandIn> {
  const sockets = new Map<number | undefined, Socket>()
  const drop = ({ remotePort }: SMTPServerSession) => void sockets.get(remotePort)?.destroy()

  /** Calls back with the failure that a test wants here, or does not if it wants the connection to end. */
  function pass(phase: SmtpPhase, session: SMTPServerSession, callback: (error?: Error | null) => void): void {
    const failure = standIn.fail(phase)
    if (failure === 'drop') drop(session)
    else callback(failure && toError(failure))
  }

  async function receive(stream: Readable, session: SMTPServerSession): Promise<SmtpFailure | null> {
    const raw = await buffer(stream)
    const failure = standIn.fail('content', raw)
    if (failure) return failure
    const { mailFrom, rcptTo } = session.envelope
    const from = mailFrom ? mailFrom.address : ''
    const message = { raw, from, to: rcptTo.map(({ address }) => address), acceptedAt: Date.now() }
    standIn.accepted.push(message)
    await standIn.afterAccept(message, { drop: () => drop(session) })
    return null
  }

  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onConnect: (session, callback) => pass('greeting', session, callback),
    onAuth: ({ username, password }, session, callback) =>
      pass('login', session, (error) =>
        callback(error, username === 'user' && password === 'password' ? { user: username } : {}),
      ),
    onMailFrom: (_, session, callback) => pass('sender', session, callback),
    onRcptTo: (_, session, callback) => pass('recipient', session, callback),
    onData: async (stream, session, callback) => {
      // A client that vanished gets no answer.
      const failure = await receive(stream, session).catch((): SmtpFailure => 'drop')
      if (failure === 'drop') drop(session)
      else callback(failure && toError(failure))
    },
    ...options,
  })
  server.on('error', () => {})
  server.server.on('connection', (socket: Socket) => {
    standIn.connections++
    sockets.set(socket.remotePort, socket)
  })
  const standIn: SmtpStandIn = {
    host: '127.0.0.1',
    port: await listen(server.server),
    accepted: [],
    connections: 0,
    fail: () => null,
    afterAccept: () => {},
    async close() {
      const closed = once(server.server, 'close')
      server.close()
      for (const socket of sockets.values()) socket.destroy()
      await closed
    },
  }
  return standIn
}

function toError({ code, text }: { code: number; text: string }): Error {
  return Object.assign(new Error(text), { responseCode: code })
}
