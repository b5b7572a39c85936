import { join } from 'node:path'
import { findFreePort } from '@astralis/db/embedded/port'
import type { CalendarEnvironment } from './calendars.ts'
import { root } from '../root.ts'
import type { LaunchSettings } from '../settings/env.ts'
import type { Command } from './child.ts'

/** Everything that a start runs beside PostgreSQL. */
export interface Programs {
  migrate: Command
  seedDemo: Command
  /** These run until the end. */
  services: Command[]
}

/** The built programs; the server also serves the built web app. */
export function builtPrograms(
  { host, port, logLevel }: LaunchSettings,
  databaseUrl: string,
  calendars: CalendarEnvironment,
): Programs {
  const address = { HOST: host, PORT: String(port) }
  const env = { DATABASE_URL: databaseUrl, LOG_LEVEL: logLevel, ...address, ...calendars.env }
  return {
    migrate: { name: 'migration', command: ['node', 'apps/server/dist/migrate.js'], env },
    seedDemo: { name: 'demo data', command: ['node', 'apps/server/dist/seed-demo.js'], env },
    services: [
      ...standIn(calendars, 'apps/server/dist/google-stand-in.js'),
      { name: 'server', command: ['node', 'apps/server/dist/main.js'], env },
      { name: 'worker', command: ['node', 'apps/worker/dist/main.js'], env },
    ],
  }
}

/** The sources, started again at every change; Vite answers at the port and passes the API on to the server. */
export async function watchedPrograms(
  { host, port, logLevel }: LaunchSettings,
  databaseUrl: string,
  calendars: CalendarEnvironment,
): Promise<Programs> {
  const apiPort = String(await findFreePort())
  const address = { PORT: apiPort, PUBLIC_URL: `http://localhost:${port}` }
  const env = { DATABASE_URL: databaseUrl, LOG_LEVEL: logLevel, ...address, ...calendars.env }
  return {
    migrate: { name: 'migration', command: ['node', 'apps/server/src/migrate.ts'], env },
    seedDemo: { name: 'demo data', command: ['node', 'apps/server/src/seed-demo.ts'], env },
    services: [
      ...standIn(calendars, 'packages/calendars/src/testing/google-stand-in/main.ts'),
      { name: 'server', command: ['node', '--watch', '--watch-preserve-output', 'apps/server/src/main.ts'], env },
      { name: 'worker', command: ['node', '--watch', '--watch-preserve-output', 'apps/worker/src/main.ts'], env },
      {
        name: 'web app',
        command: ['node', 'node_modules/vite/bin/vite.js', '--host', host, '--port', String(port), '--strictPort'],
        cwd: join(root, 'apps', 'web'),
        env: { API_PORT: apiPort },
        listensOn: port,
      },
    ],
  }
}

/** Google, for trying out, where nobody has set up credentials at the real one. */
function standIn({ standIn: env }: CalendarEnvironment, program: string): Command[] {
  return env ? [{ name: 'stand-in of Google', command: ['node', program], env }] : []
}
