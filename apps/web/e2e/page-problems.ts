import type { Page } from 'playwright-core'
import { sidewaysScrollers } from './world.ts'

/** Controls that a finger would miss (WCAG 2.2, 2.5.8). */
function smallControls(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, a, summary, select, label:has(input)')]
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect()
        return element.checkVisibility() && (width < 24 || height < 24) && !element.classList.contains('sr-only')
      })
      .map((element) => element.outerHTML.slice(0, 160)),
  )
}

/** What a person of any means would miss on a page of ours, and axe does not ask. */
export async function pageProblems(page: Page): Promise<string[]> {
  const named = await page.evaluate(() => {
    const isBehind = document.querySelector('[role=dialog], [role=alertdialog]') !== null
    const headings = document.querySelectorAll('h1')
    const shown = [...headings].filter((heading) => heading.checkVisibility())
    const moving = document.getAnimations().filter(({ effect }) => {
      const { duration = 0, iterations = 1 } = effect?.getTiming() ?? {}
      return Number(duration) > 1 || iterations > 1
    })
    return [
      !/^[a-z]{2}(-|$)/.test(document.documentElement.lang) &&
        `the page is in language “${document.documentElement.lang}”`,
      !/\S · AstralisOps$/.test(document.title) && `the title is “${document.title}”`,
      !isBehind && shown.length !== 1 && `${shown.length} main headings are seen`,
      moving.length > 0 && `${moving.length} things move although they are asked not to`,
    ].filter((problem) => problem !== false)
  })
  const small = await smallControls(page)
  const sideways = await sidewaysScrollers(page)
  return [
    ...named,
    ...small.map((control) => `too small for a finger: ${control}`),
    ...sideways.map((element) => `scrolls sideways: ${element}`),
  ]
}
