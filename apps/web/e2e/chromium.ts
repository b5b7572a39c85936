import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import bundled, { inflate } from '@sparticuz/chromium'
import { chromium, type Browser } from 'playwright-core'
import { browserEnvironment, CHROMIUM_PATH, withTemporaryFolder } from './env.ts'

const SYSTEM_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Where the bundled browser is unpacked: with this checkout, so that every user of the machine has their own. */
const CACHE = join(import.meta.dirname, '../node_modules/.cache')

/** The bundled configuration knows only paths of a cloud service; without any font, Chromium draws no text at all. */
const FONT_CONFIG = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
</fontconfig>
`

/** Starts a real Chromium: the one that CHROMIUM_PATH names, the system's, or the one that came with npm. */
export async function launchChromium(): Promise<Browser> {
  const installed = [CHROMIUM_PATH, ...SYSTEM_PATHS].find((path) => path && existsSync(path))
  if (installed) return chromium.launch({ executablePath: installed, args: FLAGS })
  const folder = await unpackBundled()
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: [...FLAGS, '--headless=shell', '--no-zygote'],
    env: browserEnvironment({
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_FILE: join(folder, 'fonts/fonts.conf'),
      XDG_CACHE_HOME: folder,
    }),
  })
}

/** Unpacks once; test files that start together may all try, and the first to finish wins. */
async function unpackBundled(): Promise<string> {
  const archives = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../bin')
  const folder = join(CACHE, 'chromium')
  if (existsSync(folder)) return folder
  await mkdir(CACHE, { recursive: true })
  const attempt = await mkdtemp(`${folder}-`)
  await withTemporaryFolder(attempt, async () => {
    await bundled.executablePath()
    await inflate(join(archives, 'al2023.tar.br'))
  })
  await writeFile(join(attempt, 'fonts/fonts.conf'), FONT_CONFIG)
  try {
    await rename(attempt, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    await rm(attempt, { recursive: true, force: true })
  }
  return folder
}
