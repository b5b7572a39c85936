import type { Page } from 'playwright-core'
import { axeFindings } from './axe-findings.ts'
import { pageProblems } from './page-problems.ts'
import { settle } from './screenshot-states/state.ts'

const WIDE = { width: 1280, height: 800 }
const NARROW = { width: 360, height: 740 }
const CONTRAST = ['color-contrast']
/** What can be otherwise in a narrow page: names that are hidden there, and what lies where. */
const NARROW_RULES = [
  'aria-hidden-focus',
  'button-name',
  'heading-order',
  'label',
  'landmark-unique',
  'link-name',
  'region',
  'scrollable-region-focusable',
  'select-name',
]

/**
 * Everything wrong with what `page` shows, by theme and width, which are changed under it. Colours are looked at wide, in
 * both themes, and what is where in both widths: a theme moves nothing, and a width colours nothing.
 */
export async function problemsAt(page: Page, isOurs: boolean): Promise<Record<string, string[]>> {
  await page.setViewportSize(WIDE)
  await settle(page)
  const wide = [...(await axeFindings(page)), ...(isOurs ? await pageProblems(page) : [])]
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await axeFindings(page, CONTRAST)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(NARROW)
  await settle(page)
  const narrow = [...(await axeFindings(page, NARROW_RULES)), ...(isOurs ? await pageProblems(page) : [])]
  return Object.fromEntries(Object.entries({ wide, dark, narrow }).filter(([, problems]) => problems.length > 0))
}
