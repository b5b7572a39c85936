import type { Locator, Page } from 'playwright-core'

/** How somebody works a page. */
export interface Hands {
  press: (target: Locator) => Promise<void>
  fill: (field: Locator, text: string) => Promise<void>
}

/** With the pointer, and the keyboard only to write. */
export function pointer(page: Page): Hands {
  return {
    press: (target) => target.click(),
    fill: async (field, text) => {
      await field.click()
      await page.keyboard.type(text)
    },
  }
}

/** No page has so many stops that somebody would go on. */
const MAX_TABS = 150

/** With the keyboard alone: everything has to be reached by Tab. */
export function keyboard(page: Page): Hands {
  const reach = async (target: Locator) => {
    await target.waitFor()
    for (let tabs = 0; tabs < MAX_TABS; tabs += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab does not lead to ${target.toString()}.`)
  }
  return {
    press: async (target) => {
      await reach(target)
      await page.keyboard.press('Enter')
    },
    fill: async (field, text) => {
      await reach(field)
      await page.keyboard.type(text)
    },
  }
}
