import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: ['packages/services/src/testing/postgres-setup.ts'],
    // Where a browser has half a core, a journey takes its time.
    testTimeout: 180_000,
    hookTimeout: 120_000,
    // Tests wait for PostgreSQL and browsers more than they compute: one worker per core, also where there are two.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['{apps,packages}/*/src/**/*.test.{ts,tsx}', '{scripts,bench}/**/*.test.ts'],
        },
      },
      // A browser that gets no core for seconds breaks journeys that hold. One that holds only when tried again is named
      // at the end of the run.
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['apps/web/e2e/**/*.test.ts'],
          retry: 1,
          // As long as a journey waits for anything else (world.ts).
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
})
