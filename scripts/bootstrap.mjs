/**
 * Runs a command of the project on a machine that has nothing but Node 20 and npm: installs the packages of the
 * lockfile when they are not there yet, then hands over to the Node 24 among them. Plain JavaScript, because the Node
 * that reads this file may be too old for anything else.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const binDir = join(root, 'node_modules', '.bin')
const stampFile = join(root, 'node_modules', '.installed')

const commands = {
  start: ['node', 'scripts/launch.ts'],
  dev: ['node', 'scripts/launch.ts', '--watch'],
  test: ['node', 'scripts/test.ts'],
  verify: ['node', 'scripts/verify.ts'],
  bench: ['node', 'bench/main.ts'],
  screenshots: ['node', 'scripts/screenshots.ts'],
  format: ['oxfmt'],
  'rotate-keys': ['node', 'scripts/rotate-keys.ts'],
}

function fail(line) {
  console.error(line)
  process.exit(1)
}

/** The stamp is written last, so that an install that was cut short is done again. */
function installWhenNeeded() {
  const lockfile = readFileSync(join(root, 'pnpm-lock.yaml'))
  const wanted = createHash('sha256').update(`${process.platform} ${process.arch}\n`).update(lockfile).digest('hex')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return

  console.log('Installing packages… (about a minute the first time)')
  rmSync(stampFile, { force: true })
  const problem = install()
  if (problem)
    fail(`${problem}\nThe packages could not be installed for the reason above; is the npm registry reachable?`)
  writeFileSync(stampFile, wanted)
}

/** What went wrong; empty when nothing did. */
function install() {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const args = ['-y', packageManager, 'install', '--frozen-lockfile', '--config.confirmModulesPurge=false']
  const pnpm = spawnSync('npx', args, { cwd: root, encoding: 'utf8' })
  if (pnpm.error) return `npx could not be run: ${pnpm.error.message}`
  if (pnpm.status !== 0) return `${pnpm.stdout}${pnpm.stderr}`.trim()
  const node = spawnSync(join(binDir, 'node'), ['--version'])
  return node.status === 0 ? '' : `${join(binDir, 'node')} does not run.`
}

/**
 * The terminal sends Ctrl-C to all of us; whoever signals only this process means the command too. Whoever signals only
 * npm ends npm and the shell between us, and nobody passes that on: the parent is then another one.
 */
function handOver([program, ...args]) {
  const child = spawn(join(binDir, program), [...args, ...process.argv.slice(3)], { cwd: root, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  const parent = process.ppid
  const look = () => process.ppid === parent || child.kill('SIGTERM')
  // oxlint-disable-next-line node/no-process-env -- the env.ts files need the Node that this file installs
  if (process.env.npm_lifecycle_event) setInterval(look, 500)
  child.on('error', (error) => fail(`${program} could not be run: ${error.message}`))
  child.on('exit', (code) => process.exit(code ?? 1))
}

if (Number(process.versions.node.split('.')[0]) < 20) fail(`Node 20 or newer is needed; this is ${process.version}.`)
const command = commands[process.argv[2]]
if (!command) fail(`Usage: node scripts/bootstrap.mjs <${Object.keys(commands).join('|')}>`)
installWhenNeeded()
handOver(command)
