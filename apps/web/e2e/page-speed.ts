import type { Page } from 'playwright-core'

/** What makes a view complete: its grid, with every event on it filled in. */
const VIEW_MARKS = { month: '.is-month-grid-view', week: '.is-week-view', day: '.is-day-view' } as const

export type TimedView = keyof typeof VIEW_MARKS

/** Milliseconds from pressing the key of a view to the paint after the complete view is there; and how many boxes it has. */
export async function timeViewSwitch(page: Page, view: TimedView): Promise<{ milliseconds: number; boxes: number }> {
  // In two steps: a key may overtake what the page is asked to run.
  const timing = await page.evaluateHandle(
    (mark) => ({
      timed: new Promise<{ milliseconds: number; boxes: number }>((resolve) => {
        const afterPaint = (callback: () => void) =>
          requestAnimationFrame(() => {
            const channel = new MessageChannel()
            channel.port1.addEventListener('message', callback)
            channel.port1.start()
            channel.port2.postMessage(null)
          })
        const onKey = (event: KeyboardEvent) => {
          const look = () => {
            const isThere = document.querySelector(`.calendar-grid ${mark}`) !== null
            const events = document.querySelectorAll('.grid-event')
            const filled = document.querySelectorAll('.grid-event .event-card')
            if (!isThere || events.length === 0 || filled.length < events.length) afterPaint(look)
            else resolve({ milliseconds: performance.now() - event.timeStamp, boxes: events.length })
          }
          afterPaint(look)
        }
        document.addEventListener('keydown', onKey, { once: true, capture: true })
      }),
    }),
    VIEW_MARKS[view],
  )
  await page.keyboard.press(view.charAt(0))
  return timing.evaluate(({ timed }) => timed)
}

/** Presses a key, and waits until what comes of it is painted. */
export async function pressAndPaint(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

/** Core web vitals of what happened on the page since it was loaded, by Chromium's own observers. */
export interface Vitals {
  lcpMs: number
  cls: number
  /** The slowest interaction, one of each fifty left out. */
  inpMs: number
}

/** Has every page that is loaded from now on note its vitals. */
export async function noteVitals(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const interactions = new Map<unknown, number>()
    const vitals = { lcpMs: 0, cls: 0, inpMs: 0 }
    Object.assign(window, { vitals })
    const observe = (type: string, note: (entry: PerformanceEntry) => void, options = {}) =>
      new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, ...options })
    observe('largest-contentful-paint', ({ startTime }) => {
      vitals.lcpMs = startTime
    })
    observe('layout-shift', (entry) => {
      if ('value' in entry && 'hadRecentInput' in entry && !entry.hadRecentInput) vitals.cls += Number(entry.value)
    })
    const noteInteraction = (entry: PerformanceEntry) => {
      if (!('interactionId' in entry) || !entry.interactionId) return
      const known = interactions.get(entry.interactionId) ?? 0
      interactions.set(entry.interactionId, Math.max(known, entry.duration))
      const slowestFirst = [...interactions.values()].toSorted((a, b) => b - a)
      vitals.inpMs = slowestFirst[Math.floor(slowestFirst.length / 50)] ?? 0
    }
    observe('event', noteInteraction, { durationThreshold: 16 })
  })
}

export async function readVitals(page: Page): Promise<Vitals> {
  return page.evaluate(() => {
    const found: unknown = Reflect.get(window, 'vitals')
    return JSON.parse(JSON.stringify(found))
  })
}
