import { once } from 'node:events'
import { createServer } from 'node:net'
import { type GoogleStandIn, startGoogleStandIn } from '@astralis/calendars/testing/google-stand-in/google-stand-in'
import { type SmtpStandIn, startSmtpStandIn } from '../../../../worker/src/testing/smtp-stand-in.ts'
import { bundleWorker, startWorker } from '../../../../worker/src/testing/worker-process.ts'
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts'

const CLIENT = { clientId: 'client', clientSecret: 'secret' }

/** The product with a real worker, a mail server and a calendar service that are stand-ins, and somebody who listens. */
export interface Outside {
  server: TestServer
  smtp: SmtpStandIn
  google: GoogleStandIn
  /** A server of this machine that nobody has a reason to connect to. */
  listener: { url: string; connections: number }
  stop: () => Promise<void>
}

export async function startOutside(): Promise<Outside> {
  const open = new AsyncDisposableStack()
  const bundle = await bundleWorker()
  open.defer(bundle.remove)
  const smtp = await startSmtpStandIn()
  open.defer(smtp.close)
  const google = await startGoogleStandIn({ ...CLIENT, allowsLocalPush: true })
  open.defer(google.close)
  const { apiRootUrl: rootUrl, authorizeUrl, tokenUrl, revokeUrl } = google
  const server = await startTestServer({
    google: { client: CLIENT, redirectUrl: null, rootUrl, authorizeUrl, tokenUrl, revokeUrl },
  })
  open.defer(server.stop)
  const worker = startWorker(bundle, {
    ...server.workerEnvironment,
    LOG_LEVEL: 'error',
    CALENDAR_POLL_SECONDS: '1',
    SMTP_HOST: smtp.host,
    SMTP_PORT: String(smtp.port),
    SMTP_FROM_EMAIL: 'scheduling@example.com',
  })
  open.defer(async () => void (await worker.kill()))
  const listener = await listen(open)
  await worker.ready
  return { server, smtp, google, listener, stop: () => open.disposeAsync() }
}

async function listen(open: AsyncDisposableStack): Promise<Outside['listener']> {
  const server = createServer((socket) => {
    listener.connections += 1
    socket.destroy()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  open.defer(() => new Promise((resolve) => server.close(() => resolve())))
  const address = server.address()
  const listener = {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`,
    connections: 0,
  }
  return listener
}
