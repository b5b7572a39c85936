import { startGoogleStandIn, type GoogleStandIn } from '@astralis/calendars/testing/google-stand-in/google-stand-in'
import type { BrowserContextOptions, Page } from 'playwright-core'
import {
  bundleWorker,
  startWorker,
  type WorkerBundle,
  type WorkerProcess,
} from '../../worker/src/testing/worker-process.ts'
import { WEDNESDAY, World } from './world.ts'

const CLIENT = { clientId: 'e2e-client', clientSecret: 'e2e-secret' }
const ZONE = 'Europe/Berlin'

interface Contents {
  /** Has the demo team in it. */
  demo?: boolean
}

/** A server and a stand-in of Google: enough to sign in with. */
export async function startWithGoogle(contents: Contents = {}): Promise<{ world: World; google: GoogleStandIn }> {
  const google = await startGoogleStandIn({ ...CLIENT, allowsLocalPush: true })
  const { apiRootUrl: rootUrl, authorizeUrl, tokenUrl, revokeUrl } = google
  const world = await World.start({
    ...contents,
    google: { client: CLIENT, redirectUrl: null, rootUrl, authorizeUrl, tokenUrl, revokeUrl },
  })
  return { world, google }
}

/** A server, a worker and a stand-in of Google, for one test file. */
export class GoogleWorld {
  readonly world: World
  readonly google: GoogleStandIn
  readonly #bundle: WorkerBundle
  readonly #worker: WorkerProcess
  #accounts = 0

  private constructor(parts: { world: World; google: GoogleStandIn; bundle: WorkerBundle; worker: WorkerProcess }) {
    this.world = parts.world
    this.google = parts.google
    this.#bundle = parts.bundle
    this.#worker = parts.worker
  }

  static async start(contents: Contents = {}): Promise<GoogleWorld> {
    const [bundle, { world, google }] = await Promise.all([bundleWorker(), startWithGoogle(contents)])
    const worker = startWorker(bundle, { ...world.server.workerEnvironment, LOG_LEVEL: 'error' })
    await worker.ready
    return new GoogleWorld({ world, google, bundle, worker })
  }

  async stop(): Promise<void> {
    await this.#worker.kill()
    await Promise.all([this.world.stop(), this.google.close(), this.#bundle.remove()])
  }

  /** Somebody who has just signed up, and the address of their account at Google. */
  async person(options: BrowserContextOptions = {}): Promise<{ page: Page; account: string }> {
    this.#accounts += 1
    const account = `ana${this.#accounts}@gmail.example`
    this.google.control.addAccount({ email: account, name: 'Ana Silva' }, ZONE)
    return { page: await this.world.signedUp(options), account }
  }

  /** Adds an event to a calendar at Google, on the Wednesday of the test's week; answers with its id. */
  insert(
    calendar: string,
    title: string,
    from: string,
    to: string,
    more: object = {},
    organizer?: { email: string },
  ): string {
    const at = (time: string) => ({ dateTime: `${WEDNESDAY}T${time}:00`, timeZone: ZONE })
    return this.google.control.insert(calendar, { summary: title, start: at(from), end: at(to), ...more }, organizer).id
  }

  /** When an event begins at Google, on the wall there. */
  startOf(calendar: string, id: string): string | undefined {
    return this.google.control.event(calendar, id).start.dateTime
  }
}

/** Goes through the page of consent; leaves out what is named by a part of its words. */
export async function consent(
  page: Page,
  account: string,
  { without = [] }: { without?: string[] } = {},
): Promise<void> {
  await page.getByText('Demo: this is a stand-in of Google').waitFor()
  await page.getByRole('radio', { name: account }).check()
  for (const words of without) await page.getByRole('checkbox', { name: words }).uncheck()
  await page.getByRole('button', { name: 'Allow' }).click()
  await page.waitForURL('**/calendar/connections')
}

/** Links an account, and waits until it has been read. */
export async function connect(page: Page, account: string): Promise<void> {
  await page.goto('/calendar/connections')
  await page.getByRole('button', { name: 'Connect Google Calendar' }).click()
  await consent(page, account)
  await page.getByText('Connected', { exact: true }).waitFor()
  await inStep(page, account)
}

/** Waits until an account is in step. */
export async function inStep(page: Page, account: string): Promise<void> {
  await page.getByRole('region', { name: account }).getByText('In step').waitFor()
}
