import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** Which of axe's rules count although axe calls them moderate: where screen readers take their way around a page from. */
const STRUCTURE = ['heading-order', 'landmark-no-duplicate-main', 'landmark-one-main', 'landmark-unique', 'region']

/** What axe finds serious on the page, rule by rule with the elements. */
export async function axeFindings(page: Page, rules: { only?: string[]; without?: string[] } = {}): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(
    async ({ only, without = [], structure }) => {
      const { violations } = await window.axe.run(document, {
        resultTypes: ['violations'],
        rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
        ...(only && { runOnly: only }),
      })
      return violations
        .filter(({ id, impact }) => impact === 'serious' || impact === 'critical' || structure.includes(id))
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
    },
    { ...rules, structure: STRUCTURE },
  )
}
