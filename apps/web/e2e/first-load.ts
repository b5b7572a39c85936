import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'

/** Has the page note when its first event is drawn; before it is loaded. */
export async function noteFirstEvent(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('.event-card')) return
      performance.mark('first event')
      observer.disconnect()
    })
    observer.observe(document, { childList: true, subtree: true })
  })
}

/** Bytes of the scripts and styles that a calendar asked for until its first event was drawn, each compressed by gzip. */
export async function firstLoadBytes(page: Page): Promise<number> {
  await page.locator('.event-card').first().waitFor()
  const needed = await page.evaluate(() => {
    const [firstEvent] = performance.getEntriesByName('first event')
    return performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => /\.(js|css)$/.test(name) && startTime < (firstEvent?.startTime ?? Infinity))
      .map(({ name }) => name)
  })
  const bodies = await Promise.all(needed.map(async (name) => (await page.request.get(name)).body()))
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)
}
