import { readFileSync } from 'node:fs'
import { defineConfig } from 'rolldown'

const manifest: { dependencies: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'))

/** What `dependencies` lists is installed beside the bundle; everything else, our packages first of all, goes into it. */
function isInstalled(id: string): boolean {
  return Object.keys(manifest.dependencies).some((name) => id === name || id.startsWith(`${name}/`))
}

export default defineConfig({
  input: { main: 'src/main.ts' },
  external: isInstalled,
  platform: 'node',
  output: { dir: 'dist', format: 'esm', sourcemap: true, cleanDir: true },
})
