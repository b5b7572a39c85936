import type { Page } from 'playwright-core'

/** Waits until a page is there with what it loads: no skeleton stands for anything any more. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('main').waitFor()
  const skeletons = page.locator('[role=status]:is([aria-label^="Loading"], [aria-label="Searching"])')
  await skeletons.first().waitFor({ state: 'detached' })
}
