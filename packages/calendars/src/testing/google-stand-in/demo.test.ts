import { fork, type ChildProcess } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { INES, startForTests, timed } from './google-for-tests.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'google-stand-in-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('the state file', () => {
  it('keeps accounts, events, tokens, channels and sync tokens over a restart', async () => {
    const stateFile = join(folder, 'google.json')
    const first = await startForTests({ stateFile })
    expect(first.wasRestored).toBe(false)
    first.control.insert(INES, timed(1, { id: 'ser1es', recurrence: ['RRULE:FREQ=WEEKLY'] }))
    const { refreshToken } = first.control.grant(INES, ['openid'])
    const { body } = await first.ask('GET', '/calendars/primary/events')
    await first.ask('DELETE', '/calendars/primary/events/ser1es_20260308T090000Z')
    await first.close()
    const second = await startForTests({ stateFile })
    expect(second.wasRestored).toBe(true)
    const changes = await second.ask('GET', `/calendars/primary/events?syncToken=${body.nextSyncToken}`)
    expect(changes.body.items).toMatchObject([{ id: 'ser1es_20260308T090000Z', status: 'cancelled' }])
    const form = {
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
      client_id: 'client',
      client_secret: 'secret',
    }
    expect((await fetch(second.tokenUrl, { method: 'POST', body: new URLSearchParams(form) })).status).toBe(200)
    await second.close()
    expect(await readdir(folder)).toEqual(['google.json'])
  })
})

describe('the page', () => {
  it('adds, moves and deletes events by hand', async () => {
    const google = await startForTests({ now: () => Date.parse('2026-03-01T12:00:00Z') })
    const change = (form: Record<string, string>) =>
      fetch(`${google.url}/web/change`, { method: 'POST', body: new URLSearchParams({ calendar: INES, ...form }) })
    const added = { action: 'insert', summary: '<b>Lunch</b>', date: '2026-03-02', time: '12:00', minutes: '45' }
    const html = await (await change(added)).text()
    expect(html).toContain('Demo: this is a stand-in of Google Calendar, nothing leaves this machine')
    expect(html).toContain('&lt;b&gt;Lunch&lt;/b&gt;')
    expect(html).toContain('Mon 2 Mar, 12:00–12:45')
    const event = google.control.events(INES)[0]?.id ?? ''
    expect(await (await change({ action: 'hour-later', event })).text()).toContain('13:00–13:45')
    expect(await (await change({ action: 'day-earlier', event })).text()).toContain('Sun 1 Mar')
    await change({ action: 'delete', event })
    expect(google.control.events(INES)).toEqual([])
    expect((await change({ action: 'delete', event })).status).toBe(400)
    expect((await change({ ...added, date: 'tomorrow' })).status).toBe(400)
    const headers = { Origin: 'https://elsewhere.example' }
    const foreign = { method: 'POST', headers, body: new URLSearchParams({ calendar: INES, ...added }) }
    expect((await fetch(`${google.url}/web/change`, foreign)).status).toBe(403)
    await google.close()
  })
})

describe('the process', () => {
  let child: ChildProcess
  afterEach(() => child.kill('SIGKILL'))

  async function freePort(): Promise<number> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    await new Promise((resolve) => server.close(resolve))
    return typeof address === 'object' && address ? address.port : 0
  }

  async function start(port: number): Promise<void> {
    const env = {
      GOOGLE_STAND_IN_PORT: String(port),
      GOOGLE_STAND_IN_STATE: join(folder, 'state.json'),
    }
    child = fork(join(import.meta.dirname, 'main.ts'), { env })
    const message = await new Promise((resolve, reject) => {
      child.once('message', resolve)
      child.once('exit', () => reject(new Error('It ended before it was ready.')))
    })
    expect(message).toBe('ready')
  }

  const exited = () => new Promise((resolve) => child.once('exit', resolve))

  it.each(['SIGTERM', 'SIGINT', 'disconnect'] as const)('seeds a week, and ends on %s', async (how) => {
    const port = await freePort()
    await start(port)
    const html = await (await fetch(`http://127.0.0.1:${port}/?calendar=${INES}`)).text()
    expect(html).toContain('Team stand-up')
    expect(html).toContain('Budget review')
    const ended = exited()
    if (how === 'disconnect') child.disconnect()
    else child.kill(how)
    expect(await ended).toBe(0)
    await start(port)
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toContain('Team stand-up')
  })
})
