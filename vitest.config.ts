import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{apps,packages}/*/src/**/*.test.{ts,tsx}', 'apps/web/e2e/**/*.test.ts', '{scripts,bench}/**/*.test.ts'],
    globalSetup: ['packages/services/src/testing/postgres-setup.ts'],
    // Where a browser has half a core, a journey takes its time.
    testTimeout: 180_000,
    hookTimeout: 120_000,
    // Tests wait for PostgreSQL and browsers more than they compute: one worker per core, also where there are two.
    maxWorkers: 2,
  },
})
