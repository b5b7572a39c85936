import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GoogleWorld } from './google-world.ts'
import { problemsAt } from './problems-at.ts'
import { STATES_BY_PLACE } from './screenshot-states/all-states.ts'
import { open, type State } from './screenshot-states/state.ts'
import { signInDemo } from './sign-in-demo.ts'

/*
 * Every page and state that is pictured, in both themes, wide and narrow. Each is reached once: the theme and the width
 * are changed under it.
 */

const PLACE_LIMIT_MS = 600_000

/** The addresses that the router knows, from its source: the app itself needs a browser. */
const ROUTES = [
  ...readFileSync(join(import.meta.dirname, '../src/app/router.tsx'), 'utf8').matchAll(/\bpath: '([^']+)'/g),
].map(([, path = '']) => path)
/** Leads on to the calendar. */
const WITHOUT_PAGE = new Set(['/'])

/** The pages as people with less reach see them. */
const ROLES = { OPERATOR: 'jonas@harborpine.example', CLIENT: 'lena@harborpine.example' }
const PAGES: State[] = ROUTES.filter((path) => !path.includes('$') && !path.startsWith('/sign-')).map((path) => ({
  name: path,
  reach: async (page) => {
    await open(page, path)
    await page
      .getByRole('status', { name: /^Loading/ })
      .first()
      .waitFor({ state: 'detached' })
  },
}))

let demo: GoogleWorld
const visited = new Set<string>()

beforeAll(async () => {
  demo = await GoogleWorld.start({ demo: true })
  demo.google.control.addAccount({ email: 'ines@harborpine.example', name: 'Ines Valbrook' })
})
afterAll(() => demo.stop())

/** Everything wrong with some states, one after the other in one browser profile, so that the app is loaded once. */
async function walk(states: readonly State[], email?: string): Promise<Record<string, object>> {
  const found: Record<string, object> = {}
  const { browser, server } = demo.world
  const storageState = await signInDemo(browser, server.url, email)
  const profiles = await Promise.all(
    [storageState, undefined].map((storageState) =>
      demo.world.newPage({ ...(storageState && { storageState }), locale: 'en-US' }).then((page) => page.context()),
    ),
  )
  for (const state of states) {
    const page = await profiles[state.isSignedOut ? 1 : 0]?.newPage()
    if (!page) continue
    try {
      await state.reach(page)
      visited.add(new URL(page.url()).pathname)
      const problems = await problemsAt(page, page.url().startsWith(server.url))
      if (Object.keys(problems).length > 0) found[state.name] = problems
    } catch (error) {
      found[state.name] = { 'not reached': [String(error)] }
    }
    await page.context().setOffline(false)
    await page.close()
  }
  await Promise.all(profiles.map((profile) => profile.close()))
  return found
}

test.concurrent.each(Object.entries(STATES_BY_PLACE))(
  '%s: everything is named, ordered, large enough, in contrast and at rest, in both themes, wide and narrow',
  async (_, states) => expect(await walk(states)).toEqual({}),
  PLACE_LIMIT_MS,
)

test.concurrent.each(Object.entries(ROLES))(
  'every page that a %s may open is as well',
  async (_, email) => expect(await walk(PAGES, email)).toEqual({}),
  PLACE_LIMIT_MS,
)

test('every page of the router was among them', () => {
  expect(ROUTES.length).toBeGreaterThan(8)
  const isVisited = (route: string) => {
    const pattern = new RegExp(`^${route.replaceAll(/\$\w+/g, '[^/]+')}$`)
    return [...visited].some((path) => pattern.test(path))
  }
  expect(ROUTES.filter((route) => !WITHOUT_PAGE.has(route) && !isVisited(route))).toEqual([])
})
