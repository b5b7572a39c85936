import { afterAll, beforeAll, expect, test } from 'vitest'
import { book, box, openCalendar, openWeek, panel, toast, TUESDAY, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

test('C1, C4: while typing the form says who, what and when; saved, the calendar shows red, icon and word', async () => {
  const page = await world.signedUp()
  await book(page, { title: 'Interview', from: '11:00', to: '12:00', participants: [{ email: 'tom@partner.example' }] })
  await openWeek(page)
  await page.keyboard.press('c')
  await page.getByLabel('Title').fill('Budget')
  await page.getByLabel('Start date').fill(TUESDAY)
  await page.getByLabel('Start time').fill('12:00')
  await page.getByText('Everyone required is free at this time.').waitFor()

  await page.getByLabel('Start time').fill('11:30')
  const warning = page.getByRole('alert').filter({ hasText: 'This time overlaps an event' })
  await warning.getByText('Interview').waitFor()
  await warning.getByText('Tue 10 Jun, 11:00–12:00').waitFor()
  await warning.getByText('Needed in both: you').waitFor()
  await page.getByLabel('Participants').fill('tom@partner.example')
  await page.keyboard.press('Enter')
  await warning.getByText('Needed in both: you and tom@partner.example').waitFor()
  await warning.getByText('kept as a conflict').waitFor()
  expect(await warning.locator('svg').count()).toBe(1)

  await page.getByRole('button', { name: 'Save as a conflict' }).click()
  await toast(page, '“Budget” saved as a conflict')
  const budget = box(page, 'Budget')
  await budget.getByText('Conflict', { exact: true }).waitFor()
  expect(await budget.locator('svg').count()).toBe(1)
  expect(await budget.evaluate((element) => getComputedStyle(element).borderTopColor)).toBe('rgb(229, 62, 62)')
  expect(await budget.textContent()).toContain('Tuesday, 10 June 2031, 11:30–12:30, Conflict')

  const [first, second] = await Promise.all([box(page, 'Interview').boundingBox(), budget.boundingBox()])
  expect(first && second && first.x + first.width <= second.x + 1).toBe(true)

  await budget.click()
  await panel(page).getByText('Conflict: somebody is needed in two places').waitFor()
  await panel(page).getByText('Needed in both: you and tom@partner.example').waitFor()
  await page.keyboard.press('Escape')
  await openCalendar(page, 'month')
  await box(page, 'Budget').getByText('Conflict', { exact: true }).waitFor()
})

test('C3: a conflict that is moved away resolves, on the grid and in words', async () => {
  const page = await world.signedUp()
  await book(page, { title: 'First', from: '11:00', to: '12:00' })
  await book(page, { title: 'Second', from: '11:30', to: '12:30' })
  await openWeek(page)
  await page.locator('.is-conflict', { hasText: 'Second' }).waitFor()
  await box(page, 'First').click()
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByText('This time overlaps').waitFor({ state: 'detached' })
  await page.getByLabel('Start time').fill('08:00')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.locator('.is-scheduled', { hasText: 'Second' }).waitFor()
  expect(await page.locator('.is-conflict').count()).toBe(0)
})

test('C4: optional people and free events are not warned about', async () => {
  const page = await world.signedUp()
  await book(page, { title: 'Interview', from: '11:00', to: '12:00' })
  await openWeek(page)
  await page.keyboard.press('c')
  await page.getByLabel('Start date').fill(TUESDAY)
  await page.getByLabel('Start time').fill('11:00')
  await page.getByText('This time overlaps an event').waitFor()
  await page.getByLabel("Takes everyone's time").click()
  await page.getByText('This time overlaps an event').waitFor({ state: 'detached' })
})
