import type { Page } from 'playwright-core'

/** More than any page has. */
const MAX_STOPS = 120

/** What has the focus: its name, and whether anything of it, or of the label around it, shows that. */
export interface FocusStop {
  name: string
  isVisible: boolean
}

/** What has the focus now; null where nothing has. */
export function focused(page: Page): Promise<FocusStop | null> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return null
    const kinds = [HTMLInputElement, HTMLButtonElement, HTMLSelectElement, HTMLTextAreaElement]
    const control = kinds.some((kind) => element instanceof kind)
    const label =
      (control && document.querySelector(`label[for="${CSS.escape(element.id)}"]`)) || element.closest('label')
    const name = element.getAttribute('aria-label') ?? (label ?? element).textContent
    // The browser marks the part of a date, and Sonner its toasts, in ways of their own.
    if (element.matches('input:is([type=date], [type=time]), [data-sonner-toaster] *'))
      return { name: name.replaceAll(/\s+/g, ' ').trim(), isVisible: true }
    const rings = [element, label].filter((one) => one !== null && one !== undefined)
    const isVisible = rings.some((one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one)
      const { width, height } = one.getBoundingClientRect()
      return outlineStyle !== 'none' && outlineWidth !== '0px' && width > 1 && height > 1
    })
    return { name: name.replaceAll(/\s+/g, ' ').trim(), isVisible }
  })
}

/**
 * Presses Tab, or Shift+Tab, until something with this name has the focus. Whatever is passed on the way has to show that it has the
 * focus; only where the page begins anew nothing may have it.
 */
export async function tabTo(page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = []
  for (let stop = 0; stop < MAX_STOPS; stop += 1) {
    await page.keyboard.press(key)
    const at = await focused(page)
    if (!at) continue
    if (!at.isVisible) throw new Error(`“${at.name}” does not show that it has the focus.`)
    passed.push(at.name)
    if (typeof name === 'string' ? at.name === name : name.test(at.name)) return
  }
  throw new Error(`“${String(name)}” is not reached: ${[...new Set(passed)].join(' · ')}`)
}
