import { defineConfig, type OxlintOverride } from 'oxlint'

/*
 * The dependency table of docs/architecture.md, default deny: a file imports its own package, what its row names, and
 * nothing else. `only` narrows a permission to single files.
 */

const NODE = ['node:*', 'node:*/**']
const ours = (...names: string[]) => names.flatMap((name) => [`@astralis/${name}`, `@astralis/${name}/**`])

interface Row {
  folder: string
  may: string[]
  only?: Record<string, string[]>
}

const TABLE: Row[] = [
  {
    folder: 'packages/core/src',
    may: ['zod'],
    only: {
      'ical/content-writer.ts': ['ical.js'],
      'ical/time-zone-name.ts': ['windows-iana'],
      'recurrence/expand-recurrence.ts': ['rrule-temporal'],
      'temporal.ts': ['temporal-polyfill'],
    },
  },
  { folder: 'packages/db/src', may: [...ours('core'), 'drizzle-orm/**', 'drizzle-orm', 'postgres', ...NODE] },
  {
    folder: 'packages/calendars/src',
    may: [...ours('core'), 'zod', ...NODE],
    only: {
      'google/**': ['@googleapis/calendar'],
      'google/ask-for-tokens.ts': ['arctic'],
      'google/google-authorization.ts': ['arctic'],
      'google/google-sign-in.ts': ['arctic'],
    },
  },
  {
    folder: 'packages/services/src',
    may: [...ours('core', 'db', 'calendars'), 'zod', 'node:crypto'],
    only: {
      'auth/password.ts': ['@node-rs/argon2'],
      'auth/sessions.ts': ['lucia'],
      'enqueue.ts': ['pg-boss', 'drizzle-orm'],
      'install-queues.ts': ['pg-boss', 'drizzle-orm'],
    },
  },
  { folder: 'packages/api/src', may: [...ours('core', 'services'), '@trpc/server', '@trpc/server/**', 'zod'] },
  {
    folder: 'apps/server/src',
    may: [
      ...ours('api', 'calendars', 'core', 'services'),
      '@trpc/server',
      '@trpc/server/**',
      'fastify',
      '@fastify/**',
      'zod',
      ...NODE,
    ],
    only: {
      'adapters/openai-ranking-model.ts': ['openai', 'openai/**'],
      'compose.ts': ours('db'),
      'migrate.ts': ours('db'),
      'plugins/health.ts': ours('db'),
      'plugins/metrics.ts': ['prom-client'],
    },
  },
  {
    folder: 'apps/worker/src',
    may: [...ours('calendars', 'core', 'services'), 'pino', 'zod', ...NODE],
    only: {
      'channels/resend-channel.ts': ['resend'],
      'channels/smtp-channel.ts': ['nodemailer'],
      'compose.ts': [...ours('db'), 'pg-boss'],
      'run-jobs.ts': ['pg-boss'],
    },
  },
]

/** Tests and what serves them reach for what they look behind; they never run in a product. */
const TEST_FILES = ['**/*.test.ts', '**/*.test.tsx', '**/testing/**']

const SCOPES = ['@node-rs', '@trpc', '@fastify', '@astralis']

function onlyImport(files: string[], may: string[]): OxlintOverride {
  const message = 'Not in the dependency table (docs/architecture.md). Move the code to where this import belongs.'
  // Patterns as in .gitignore: what is under an excluded folder stays excluded, so scopes are let through first and
  // closed again; a path of another package always leads through its src.
  const group = ['*', '**', '!.', '!..', '!./**', '!../**', '../**/src/**', ...SCOPES.map((scope) => `!${scope}`)]
  const closed = SCOPES.map((scope) => `${scope}/**`)
  return {
    files,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: [...group, ...closed, ...may.map((m) => `!${m}`)], message }] },
      ],
    },
  }
}

const boundaries = TABLE.flatMap(({ folder, may, only = {} }) => [
  onlyImport([`${folder}/**`], may),
  ...Object.entries(only).map(([file, extra]) => onlyImport([`${folder}/${file}`], [...may, ...extra])),
])

const webBoundary: OxlintOverride = {
  files: ['apps/web/src/**'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: ['@astralis/**', '!@astralis/api', '!@astralis/api/**', '!@astralis/core', '!@astralis/core/**'],
            message: 'The web app knows core, and the API by its types.',
          },
          { group: ['@astralis/api/**'], allowTypeImports: true, message: 'Import only types of the API.' },
          {
            group: ['temporal-polyfill', 'temporal-polyfill/**', ...NODE],
            message: 'Temporal comes from core; there is no Node here.',
          },
        ],
      },
    ],
  },
}

const CLOCK = 'Time and randomness are passed in; only compose.ts and the web app’s clock read them.'

export default defineConfig({
  plugins: ['typescript', 'import', 'unicorn', 'oxc', 'node', 'promise', 'vitest'],
  ignorePatterns: ['**/dist/**', '**/.types/**'],
  options: { typeAware: true, denyWarnings: true },
  categories: { correctness: 'error', suspicious: 'error' },
  rules: {
    eqeqeq: 'error',
    'no-console': 'error',
    'no-restricted-globals': ['error', { name: 'Date', message: CLOCK }],
    'no-restricted-properties': [
      'error',
      { object: 'Temporal', property: 'Now', message: CLOCK },
      { object: 'Math', property: 'random', message: CLOCK },
    ],
    'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    'import/no-cycle': 'error',
    'node/no-process-env': 'error',
    'oxc/no-barrel-file': ['error', { threshold: 0 }],
    'typescript/consistent-type-imports': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'off',
    'typescript/switch-exhaustiveness-check': 'error',
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
    // Lists of a few queries in one transaction are meant to run one after the other.
    'no-await-in-loop': 'off',
    // Styles, and the global that Schedule-X reads, are imported for what they do.
    'import/no-unassigned-import': 'off',
    // A name may say again what a narrower scope means by it.
    'no-shadow': 'off',
    // `fc.record` reads better than a list of twenty imports.
    'import/no-named-as-default-member': 'off',
  },
  overrides: [
    ...boundaries,
    webBoundary,
    { files: ['**/env.ts', 'vitest.config.ts', '**/vite.config.ts'], rules: { 'node/no-process-env': 'off' } },
    {
      // Lucia and chrono speak Date; their files translate.
      files: [
        '**/compose.ts',
        'packages/services/src/auth/sessions.ts',
        'apps/web/src/lib/clock.ts',
        'apps/web/src/features/quick-add/date-reader.ts',
      ],
      rules: { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' },
    },
    {
      files: [...TEST_FILES, 'apps/web/e2e/**', 'scripts/**', 'bench/**', '*.config.ts', '**/*.config.ts'],
      rules: {
        'no-restricted-imports': 'off',
        'no-restricted-globals': 'off',
        'no-restricted-properties': 'off',
        'unicorn/consistent-function-scoping': 'off',
        // afterEach checks the invariants after every race.
        'vitest/no-standalone-expect': 'off',
        'vitest/valid-describe-callback': 'off',
        // A property that fails throws by itself.
        'vitest/expect-expect': 'off',
        'no-console': 'off',
        'max-lines': 'off',
      },
    },
  ],
})
