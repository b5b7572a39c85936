import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings } from './axe-findings.ts'
import {
  book,
  box,
  hire,
  openWeek,
  PHONE,
  query,
  sidewaysScrollers,
  toast,
  TUESDAY,
  WEDNESDAY,
  World,
} from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

const sentenceField = (page: Page) => page.getByLabel('What, when and with whom')
const understood = (page: Page) => page.getByRole('region', { name: 'What was understood' })

/** Opens the field with its key, and types once it is there. */
async function say(page: Page, sentence: string): Promise<void> {
  await page.keyboard.press('q')
  await sentenceField(page).waitFor()
  await page.keyboard.type(sentence)
}

/** The titles of the test's week, as the server has them. */
async function stored(page: Page): Promise<{ title: string; startsAt: string; location: string | null }[]> {
  const range = { from: '2031-06-01T00:00:00Z', to: '2031-07-01T00:00:00Z' }
  return (
    await query<{ events: { title: string; startsAt: string; location: string | null }[] }>(page, 'events.list', range)
  ).events
}

test('web 9: a sentence is shown as it was understood, saved with Enter, and taken back', async () => {
  const page = await world.signedUp()
  const tom = await hire(world, page, { name: 'Tom Reed', timeZone: 'Europe/Berlin', role: 'OPERATOR' })
  await openWeek(page)
  await say(page, 'lunch with Tom 10 June 2031 1pm 45m at Café Nord')
  const shown = understood(page)
  await shown.getByText('Tuesday, 10 June 2031, 13:00–13:45').waitFor()
  await shown.getByText('lunch', { exact: true }).waitFor()
  await shown.getByText('45 minutes · Europe/Berlin (GMT+2)').waitFor()
  await shown.getByText('Tom Reed').waitFor()
  await shown.getByText('Café Nord').waitFor()
  expect(await stored(page)).toEqual([])

  await page.keyboard.press('Enter')
  await toast(page, '“lunch” created')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await box(page, 'lunch').getByText('13:00–13:45').first().waitFor()
  expect(await stored(page)).toMatchObject([
    {
      title: 'lunch',
      startsAt: `${TUESDAY}T11:00:00Z`,
      location: 'Café Nord',
      participants: expect.arrayContaining([expect.objectContaining({ email: tom })]),
    },
  ])
  await page.keyboard.press('z')
  await toast(page, '“lunch” is gone again')
  expect(await stored(page)).toEqual([])
})

test('web 9: conflicts are said before saving, and of two people of one name one is chosen', async () => {
  const page = await world.signedUp()
  await hire(world, page, { name: 'Ben Ito', timeZone: 'Europe/Berlin', role: 'OPERATOR' })
  const second = await hire(world, page, { name: 'Benedikt Ben', timeZone: 'Europe/Berlin', role: 'OPERATOR' })
  await book(page, { title: 'Interview', from: '10:00', to: '11:00' })
  await openWeek(page)
  await say(page, 'review with Ben 10/6/2031 10:30')
  await page.getByText('This time overlaps an event').waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('Choose which Ben you mean.').waitFor()
  expect(await stored(page)).toHaveLength(1)
  await page.getByRole('group', { name: 'Which Ben?' }).getByRole('button', { name: 'Benedikt Ben' }).click()
  await understood(page).getByText('Benedikt Ben').waitFor()
  await page.getByRole('button', { name: 'Save as a conflict' }).click()
  await toast(page, '“review” saved as a conflict')
  const [, review] = await stored(page)
  expect(JSON.stringify(review)).toContain(second)
})

test('web 9: more options open the form with all of it, from any page', async () => {
  const page = await world.signedUp()
  await page.goto('/settings')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await say(page, 'planning 11 June 2031 9-11 with zoe@partner.example every wednesday')
  await understood(page).getByText('Every Wednesday').waitFor()
  await page.getByRole('button', { name: 'More options' }).click()
  await page.waitForURL('**/calendar')
  expect(await page.getByLabel('Title').inputValue()).toBe('planning')
  expect(await page.getByLabel('Start date').inputValue()).toBe(WEDNESDAY)
  expect(await page.getByLabel('Start time').inputValue()).toBe('09:00')
  expect(await page.getByLabel('End time').inputValue()).toBe('11:00')
  await page.getByText('zoe@partner.example').waitFor()
  expect(await stored(page)).toEqual([])
})

test('web 6, 9: somebody who reads German plans in German; what is not understood is said and kept', async () => {
  const page = await world.signedUp({ locale: 'de-DE' })
  await say(page, 'Mittag am 10. Juni 2031 13 Uhr 45 Min 25:00')
  const shown = understood(page)
  await shown.getByText('13:00–13:45').waitFor()
  await shown.getByText('“25:00” was not understood and stays in the title.').waitFor()
  await shown.getByText('Mittag 25:00', { exact: true }).waitFor()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`web 13: the preview has no serious accessibility findings and fits a phone (${colorScheme})`, async () => {
    const page = await world.signedUp({ ...PHONE, colorScheme })
    await page.getByRole('button', { name: 'Do or find anything' }).click()
    await page.getByRole('combobox').fill('dinner with zoe@partner.example 10 June 2031 8pm for 2 hours')
    await page.getByRole('option', { name: 'Create “dinner”' }).click()
    await understood(page).getByText('zoe@partner.example').waitFor()
    expect(await sentenceField(page).inputValue()).toContain('dinner with')
    await page
      .getByText('Everyone required is free')
      .or(page.getByText('Outside of somebody’s hours'))
      .first()
      .waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(await sidewaysScrollers(page)).toEqual([])
  })
