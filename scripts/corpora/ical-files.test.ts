import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseCalendar } from '../../packages/core/src/ical/parse-calendar.ts'
import { countLost, parseMutations } from '../../packages/core/src/ical/testing/mutations.ts'
import { describe, expect, it } from 'vitest'

const CORPUS = fileURLToPath(new URL('../../../shared/corpora/collective-icalendar/ics/', import.meta.url))
const MAX_MILLISECONDS = 100

const hasCorpus = existsSync(CORPUS)
if (!hasCorpus) console.log('The corpus of calendar files is not beside the project; its tests are skipped.')

describe.runIf(hasCorpus)('calendar files of real programs, and of a fuzzer', () => {
  const names = hasCorpus ? readdirSync(CORPUS).filter((name) => name.endsWith('.ics')) : []
  const files = names.map((name) => ({ name, text: readFileSync(CORPUS + name, 'utf8') }))

  it('each VEVENT is an event or a problem', () => {
    const parsed = files.map(({ text }) => parseCalendar(text))
    const [events, problems] = [parsed.flatMap(({ events }) => events), parsed.flatMap(({ problems }) => problems)]
    console.log(`${files.length} files: ${events.length} events, ${problems.length} problems.`)
    expect(events.length).toBeGreaterThan(0)
    expect(files.filter(({ text }) => countLost(text) !== 0).map(({ name }) => name)).toEqual([])
  })

  it(`each is read within ${MAX_MILLISECONDS} ms`, () => {
    const times = files.map(({ name, text }) => {
      parseCalendar(text)
      const start = performance.now()
      parseCalendar(text)
      return { name, milliseconds: performance.now() - start }
    })
    expect(times.filter(({ milliseconds }) => milliseconds > MAX_MILLISECONDS)).toEqual([])
  })

  it('damaged ones are read in no time too, and never throw', () => {
    parseMutations(
      files.map(({ text }) => text),
      2000,
      () => performance.now(),
    )
  })
})
