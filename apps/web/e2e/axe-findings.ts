import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** Which of axe's rules count although axe calls them moderate: where screen readers take their way around a page from. */
const STRUCTURE = ['heading-order', 'landmark-no-duplicate-main', 'landmark-one-main', 'landmark-unique', 'region']

/** What axe finds serious on the page, rule by rule with the elements. */
export async function axeFindings(page: Page, only?: string[]): Promise<string[]> {
  // Half a megabyte, which a page has to read only once.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(
    async ({ only, structure }) => {
      const { violations } = await window.axe.run(document, {
        resultTypes: ['violations'],
        ...(only && { runOnly: only }),
      })
      return violations
        .filter(({ id, impact }) => impact === 'serious' || impact === 'critical' || structure.includes(id))
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
    },
    { only, structure: STRUCTURE },
  )
}
