import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { STATES_BY_PLACE } from './screenshot-states/all-states.ts'
import { settle } from './screenshot-states/state.ts'
import { signInDemo } from './sign-in-demo.ts'

const FOLDER = join(import.meta.dirname, '../../../docs/images')

/** What the README shows, by the name of the file, and the state that it is a picture of. */
const PICTURES = { calendar: 'week', 'find-a-time': 'suggest', team: 'team-day' } as const

const LIMIT_BYTES = 150_000
const SCREEN = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 2 }
const QUALITIES = [90, 80, 70, 60, 50]

/**
 * Takes the pictures of the README, for screens of double density, as WebP of at most 150 kB each.
 * @throws when a state is gone or its picture is too large
 */
export async function readmePictures(browser: Browser, baseURL: string): Promise<void> {
  const states = Object.values(STATES_BY_PLACE).flat()
  const storageState = await signInDemo(browser, baseURL)
  for (const [file, name] of Object.entries(PICTURES)) {
    const state = states.find((state) => state.name === name)
    if (!state) throw new Error(`There is no state “${name}” any more.`)
    const context = await browser.newContext({
      ...SCREEN,
      baseURL,
      storageState,
      colorScheme: 'light',
      locale: 'en-US',
    })
    const page = await context.newPage()
    await state.reach(page)
    await settle(page)
    const { picture, quality } = await compress(page)
    await writeFile(join(FOLDER, `${file}.webp`), picture)
    console.log(`docs/images/${file}.webp: ${Math.round(picture.length / 1000)} kB, quality ${quality}`)
    await context.close()
  }
}

/** What is seen, as good as the limit allows. */
async function compress(page: Page): Promise<{ picture: Buffer; quality: number }> {
  const session = await page.context().newCDPSession(page)
  for (const quality of QUALITIES) {
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality })
    const picture = Buffer.from(data, 'base64')
    if (picture.length <= LIMIT_BYTES) return { picture, quality }
  }
  throw new Error(`${page.url()} can not be pictured in ${LIMIT_BYTES / 1000} kB.`)
}
