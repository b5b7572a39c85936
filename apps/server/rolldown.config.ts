import { cpSync, readFileSync } from 'node:fs'
import { defineConfig } from 'rolldown'

const manifest: { dependencies: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'))

/** What `dependencies` lists is installed beside the bundle; everything else, our packages first of all, goes into it. */
function isInstalled(id: string): boolean {
  return Object.keys(manifest.dependencies).some((name) => id === name || id.startsWith(`${name}/`))
}

export default defineConfig({
  input: {
    main: 'src/main.ts',
    migrate: 'src/migrate.ts',
    'seed-demo': 'src/seed-demo.ts',
    'rotate-keys': 'src/rotate-keys.ts',
    // Serves the demo's "Connect" until there are credentials of the real one.
    'google-stand-in': '../../packages/calendars/src/testing/google-stand-in/main.ts',
  },
  external: isInstalled,
  platform: 'node',
  plugins: [
    {
      name: 'copy-migrations',
      writeBundle: () => cpSync('../../packages/db/migrations', 'dist/migrations', { recursive: true }),
    },
  ],
  output: { dir: 'dist', format: 'esm', sourcemap: true, cleanDir: true },
})
