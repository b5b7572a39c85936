import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { carry, grip, lift } from './dragging.ts'
import { book, box, call, column, openCalendar, panel, query, toast, TUESDAY, WEDNESDAY, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

/** The Tuesdays after the test's week. */
const [SECOND, THIRD, FOURTH] = ['2031-06-17', '2031-06-24', '2031-07-01'] as const
const WEEKLY = 'FREQ=WEEKLY;BYDAY=TU;COUNT=6'

/** Books a series from the test's Tuesday on, without the form. */
async function bookSeries(page: Page, title: string, recurrence = WEEKLY): Promise<void> {
  await call(page, 'events.create', {
    title,
    startsAt: `${TUESDAY}T10:00:00+02:00`,
    endsAt: `${TUESDAY}T11:00:00+02:00`,
    timeZone: 'Europe/Berlin',
    participants: [],
    recurrence,
  })
}

interface Stored {
  title: string
  startsAt: string
  endsAt: string
  seriesId: string
  recurrence: string
  status: string
}

/** All that takes place, as the server has it. */
async function stored(page: Page): Promise<Stored[]> {
  const range = { from: '2031-06-01T00:00:00Z', to: '2031-09-01T00:00:00Z', statuses: ['SCHEDULED', 'CONFLICT'] }
  const { events } = await query<{ events: Stored[] }>(page, 'events.list', range)
  return events.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
}

/** Their starts in June and July by the clock in Berlin, such as `06-10 10:00`. */
async function starts(page: Page): Promise<string[]> {
  const events = await stored(page)
  return events.map(({ startsAt }) => {
    const hour = Number(startsAt.slice(11, 13)) + 2
    return `${startsAt.slice(5, 10)} ${String(hour).padStart(2, '0')}:${startsAt.slice(14, 16)}`
  })
}

const USUAL = ['06-10', '06-17', '06-24', '07-01', '07-08', '07-15'].map((date) => `${date} 10:00`)

async function openEvent(page: Page, title: string, date: string): Promise<void> {
  await openCalendar(page, 'week', date)
  await box(page, title).click()
  await panel(page).getByRole('button', { name: 'Edit' }).waitFor()
}

async function openForm(page: Page, title: string, date: string): Promise<void> {
  await openEvent(page, title, date)
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel('Title').waitFor()
}

/** Answers how far a change goes, once that is asked. */
async function answer(page: Page, scope: string): Promise<void> {
  const radio = page.getByRole('radio', { name: scope, exact: true })
  await radio.check()
  await radio.press('Enter')
}

function question(page: Page, name: string): Locator {
  return page.getByRole('dialog', { name })
}

/** Waits until the focus is on an answer, where keys then work. */
async function focusOn(page: Page, scope: string): Promise<void> {
  const isFocused = () => page.getByLabel(scope, { exact: true }).evaluate((radio) => radio === document.activeElement)
  await expect.poll(isFocused).toBe(true)
}

function repeatField(page: Page): Locator {
  return page.getByLabel('Repeat', { exact: true })
}

/** What the list of rules shows as chosen. */
function chosenRule(page: Page): Promise<string> {
  return repeatField(page).locator('option:checked').innerText()
}

/** The event in words for those who do not see the grid. */
function announced(page: Page, name: string): Locator {
  return page.getByRole('button', { name })
}

test('B5: a meeting of every other week is made in the editor, whose words follow the start', async () => {
  const page = await world.signedUp()
  await page.keyboard.press('c')
  await page.getByLabel('Title').fill('Standup')
  await page.getByLabel('Start date').fill(TUESDAY)
  await page.getByLabel('Start time').fill('10:00')
  await repeatField(page).selectOption('Every month on the second Tuesday')
  await repeatField(page).selectOption('Every week on Tuesday')
  await page.getByText('Every Tuesday', { exact: true }).waitFor()
  await page.getByLabel('Start date').fill(WEDNESDAY)
  expect(await chosenRule(page)).toBe('Every week on Wednesday')
  await page.getByText('Every Wednesday', { exact: true }).waitFor()
  await page.getByLabel('Start date').fill(TUESDAY)

  await repeatField(page).selectOption('Custom…')
  await page.getByLabel('Interval').fill('2')
  await page.getByText('Every other Tuesday', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Thursday' }).press('Space')
  await page.getByText('On a date', { exact: true }).click()
  await page.getByLabel('Last day').fill('2031-07-10')
  await page.getByText('Every other week on Tuesday and Thursday until 10 July 2031').waitFor()
  await page.getByText('After', { exact: true }).click()
  await page.getByLabel('How many times').fill('')
  await page.getByLabel('How many times').fill('4')
  await page.getByText('Every other week on Tuesday and Thursday, 4 times').waitFor()
  await page.getByText('All 4 occurrences are free for everyone required.').waitFor()
  await page.getByRole('button', { name: 'Create event' }).click()
  await toast(page, '“Standup” created, all 4 occurrences free')

  expect(await starts(page)).toEqual(['06-10 10:00', '06-12 10:00', '06-24 10:00', '06-26 10:00'])
  await announced(page, 'Standup , Tuesday, 10 June 2031, 10:00–11:00, Scheduled, repeats').click()
  await panel(page).getByRole('heading', { name: 'Repeats' }).waitFor()
  await panel(page).getByText('Every other week on Tuesday and Thursday, 4 times').waitFor()
  await page.getByRole('button', { name: 'Edit' }).click()
  expect(await chosenRule(page)).toBe('Custom…')
  expect(await page.getByLabel('How many times').inputValue()).toBe('4')
})

test('B5: one occurrence is dragged away alone, and Undo takes it back', async () => {
  const page = await world.signedUp()
  await bookSeries(page, 'Standup')
  await openCalendar(page, 'week', SECOND)
  await carry(page, await lift(page, 'Standup'), { days: 1, hours: 1 })
  await page.mouse.up()
  await question(page, 'Move which events?').waitFor()
  await focusOn(page, 'This event')
  await page.keyboard.press('Enter')
  const message = await toast(page, '“Standup” moved to Wed 18 Jun, 11:00–12:00')
  expect(await starts(page)).toEqual(USUAL.with(1, '06-18 11:00'))

  await column(page, '2031-06-18').locator('.grid-event', { hasText: 'Standup' }).click()
  await panel(page).getByText('Changed for this date only').waitFor()
  await panel(page).getByText('Every Tuesday, 6 times').waitFor()
  await page.keyboard.press('Escape')
  await message.getByRole('button', { name: 'Undo' }).click()
  await toast(page, '“Standup” is back where it was')
  expect(await starts(page)).toEqual(USUAL)
})

test('B5: a drag that is thought better of goes back, and the server never hears of it', async () => {
  const page = await world.signedUp()
  await bookSeries(page, 'Standup')
  await openCalendar(page, 'week')
  const updates: string[] = []
  page.on('request', (request) => request.url().includes('events.update') && updates.push(request.url()))
  await carry(page, await lift(page, 'Standup'), { hours: 2 })
  await page.mouse.up()
  await question(page, 'Move which events?').waitFor()
  await box(page, 'Standup').getByText('12:00–13:00', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await box(page, 'Standup').getByText('10:00–11:00', { exact: true }).waitFor()
  expect(updates).toEqual([])
})

test('B5: from the third on the meeting is later; the first two stay', async () => {
  const page = await world.signedUp()
  await bookSeries(page, 'Standup')
  await openForm(page, 'Standup', THIRD)
  await page.getByLabel('Start time').fill('14:00')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await focusOn(page, 'This event')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await toast(page, '“Standup” and the following events saved, all 4 weeks free')
  expect(await starts(page)).toEqual(USUAL.map((start, nth) => (nth < 2 ? start : start.replace('10:00', '14:00'))))
  await box(page, 'Standup').getByText('14:00–15:00', { exact: true }).waitFor()
})

test('B5: dragging this and the following to another day can be undone, which leaves one series', async () => {
  const page = await world.signedUp()
  await bookSeries(page, 'Standup')
  await openCalendar(page, 'week', THIRD)
  await carry(page, await lift(page, 'Standup'), { days: 2 })
  await page.mouse.up()
  await page.getByLabel('This and following events').check()
  await page.getByRole('button', { name: 'Move events' }).click()
  const message = await toast(page, '“Standup” and the following events moved')
  await message.getByText('This one to Thu 26 Jun, 10:00–11:00.').waitFor()
  expect(await starts(page)).toEqual([...USUAL.slice(0, 2), '06-26 10:00', '07-03 10:00', '07-10 10:00', '07-17 10:00'])
  expect(new Set((await stored(page)).map(({ seriesId }) => seriesId)).size).toBe(2)

  await message.getByRole('button', { name: 'Undo' }).click()
  await toast(page, 'All “Standup” events are back where they were')
  expect(await starts(page)).toEqual(USUAL)
  expect(new Set((await stored(page)).map(({ seriesId }) => seriesId)).size).toBe(1)
})

test('B5: pulling all longer can be undone', async () => {
  const page = await world.signedUp()
  await bookSeries(page, 'Standup')
  await openCalendar(page, 'week', SECOND)
  await carry(page, await grip(page, 'Standup'), { hours: 1 })
  await page.mouse.up()
  await answer(page, 'All events')
  const message = await toast(page, 'All “Standup” events moved')
  const ends = async () => new Set((await stored(page)).map(({ endsAt }) => endsAt.slice(11, 16)))
  expect(await starts(page)).toEqual(USUAL)
  expect(await ends()).toEqual(new Set(['10:00']))
  await message.getByRole('button', { name: 'Undo' }).click()
  await toast(page, 'All “Standup” events are back where they were')
  expect(await ends()).toEqual(new Set(['09:00']))
})

test('B5: one is cancelled, or all from one on; Undo brings back what went', async () => {
  const page = await world.signedUp()
  await bookSeries(page, 'Standup')
  for (const { scope, subject, left } of [
    { scope: 'This event', subject: '“Standup”', left: USUAL.toSpliced(1, 1) },
    { scope: 'This and following events', subject: '“Standup” and the following events', left: USUAL.slice(0, 1) },
    { scope: 'All events', subject: 'All “Standup” events', left: [] },
  ]) {
    await openEvent(page, 'Standup', SECOND)
    await page.getByRole('button', { name: 'Cancel event' }).click()
    await question(page, 'Cancel which events?').getByLabel(scope).check()
    await page.getByRole('button', { name: /^Cancel events?$/ }).click()
    const message = await toast(page, `${subject} cancelled`)
    await box(page, 'Standup').waitFor({ state: 'detached' })
    expect(await starts(page)).toEqual(left)
    await message.getByRole('button', { name: 'Undo' }).click()
    await toast(page, /back in the calendar/)
    await box(page, 'Standup').waitFor()
    expect(await starts(page)).toEqual(USUAL)
    expect(new Set((await stored(page)).map(({ seriesId }) => seriesId)).size).toBe(1)
  }
})

test('B5: deleting asks how far, and going back deletes nothing', async () => {
  const page = await world.signedUp()
  await bookSeries(page, 'Standup')
  await openEvent(page, 'Standup', FOURTH)
  await page.getByRole('button', { name: 'Delete' }).click()
  await question(page, 'Delete which events?').getByText('cannot be brought back').waitFor()
  await page.getByRole('button', { name: 'Go back' }).click()
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByLabel('This and following events').check()
  await page.getByRole('button', { name: 'Delete events' }).click()
  await toast(page, '“Standup” and the following events deleted')
  expect(await starts(page)).toEqual(USUAL.slice(0, 3))
})

test('B5, C4: while typing, the form says how much of a series is free and which of it is not', async () => {
  const page = await world.signedUp()
  await book(page, { title: 'Interview', date: SECOND, from: '10:30', to: '11:30' })
  await book(page, { title: 'Budget', date: FOURTH, from: '10:00', to: '11:00' })
  await openCalendar(page, 'week')
  await page.keyboard.press('c')
  await page.getByLabel('Title').fill('Standup')
  await page.getByLabel('Start date').fill(TUESDAY)
  await page.getByLabel('Start time').fill('10:00')
  await page.getByText('Everyone required is free at this time.').waitFor()
  await repeatField(page).selectOption('Custom…')
  await page.getByText('After', { exact: true }).click()
  await page.getByLabel('How many times').fill('6')

  const warning = page.getByRole('alert').filter({ hasText: '4 of 6 weeks free' })
  await warning.getByText('Tue 17 Jun, 10:00–11:00').waitFor()
  await warning.getByText('Interview, needed in both: you').waitFor()
  await warning.getByText('Budget').waitFor()
  await page.getByLabel('Start time').fill('12:00')
  await page.getByText('All 6 weeks are free for everyone required.').waitFor()
  await page.getByLabel('Start time').fill('10:00')
  await warning.waitFor()
  await page.getByText('On a date', { exact: true }).click()
  await page.getByLabel('Last day').fill('2031-06-01')
  await page.getByText('This rule has no occurrence.').waitFor()
  await page.getByText('After', { exact: true }).click()
  await page.getByLabel('How many times').fill('6')

  await page.getByRole('button', { name: 'Create with 2 conflicts' }).click()
  await toast(page, '“Standup” created, 4 of 6 weeks free')
  await openCalendar(page, 'week', SECOND)
  await announced(page, 'Standup , Tuesday, 17 June 2031, 10:00–11:00, Conflict, repeats').waitFor()

  await openForm(page, 'Standup', TUESDAY)
  const ifMore = page.getByRole('status').filter({ hasText: 'If the following events change too: 4 of 6 weeks free' })
  await ifMore.getByText('Budget, needed in both: you').waitFor()
  await page.getByLabel('Start time').fill('12:00')
  await ifMore.waitFor({ state: 'detached' })
})

test('B5: a new title for all leaves the one with a time of its own at that time', async () => {
  const page = await world.signedUp()
  await bookSeries(page, 'Standup')
  await openForm(page, 'Standup', SECOND)
  await page.getByLabel('Start date').fill('2031-06-18')
  expect(await chosenRule(page)).toBe('Custom…')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByRole('button', { name: 'Save event' }).click()
  await toast(page, '“Standup” saved')

  await openForm(page, 'Standup', THIRD)
  await page.getByLabel('Title').fill('Daily')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await answer(page, 'All events')
  await toast(page, 'All “Daily” events saved')
  expect(await starts(page)).toEqual(USUAL.with(1, '06-18 10:00'))
  expect(new Set((await stored(page)).map(({ title }) => title))).toEqual(new Set(['Daily']))
})

test('B5: another rule is not for one event alone; without a rule only this one stays', async () => {
  const page = await world.signedUp()
  await bookSeries(page, 'Standup')
  await openForm(page, 'Standup', SECOND)
  await repeatField(page).selectOption('Every weekday')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await question(page, 'Change which events?').getByText('You changed how it repeats').waitFor()
  expect(await page.getByRole('radio').count()).toBe(2)
  await page.keyboard.press('Escape')
  expect(await chosenRule(page)).toBe('Every weekday')

  await repeatField(page).selectOption('Does not repeat')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByText('Only this one stays').waitFor()
  await answer(page, 'All events')
  await toast(page, 'saved')
  expect(await starts(page)).toEqual(['06-17 10:00'])

  await openForm(page, 'Standup', SECOND)
  await repeatField(page).selectOption('Every day')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await toast(page, /“Standup” saved, all \d+ days free/)
})

test('B5: a rule from elsewhere is kept as it is until somebody starts over', async () => {
  const page = await world.signedUp()
  await bookSeries(page, 'Payroll', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3')
  const [first] = await stored(page)
  await openForm(page, 'Payroll', '2031-06-30')
  await page.getByText('Every month on the last weekday, 3 times').waitFor()
  expect(await repeatField(page).and(page.locator('select')).count()).toBe(0)
  await page.getByLabel('Location').fill('Room 4')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await answer(page, 'All events')
  await toast(page, 'All “Payroll” events saved')
  expect((await stored(page))[0]?.recurrence).toBe(first?.recurrence)

  await openForm(page, 'Payroll', '2031-06-30')
  await page.getByRole('button', { name: 'Change…' }).click()
  expect(await chosenRule(page)).toBe('Custom…')
  await page.getByText('Every Monday', { exact: true }).waitFor()
})

test('B5: of two edits of one version the second is told, and keeps how far it was meant to go', async () => {
  const page = await world.signedUp()
  await bookSeries(page, 'Shared')
  await openForm(page, 'Shared', SECOND)
  await page.getByLabel('Title').fill('Mine')
  const id = (
    await query<{ events: { id: string }[] }>(page, 'events.list', {
      from: `${SECOND}T00:00:00Z`,
      to: `${SECOND}T23:00:00Z`,
    })
  ).events[0]?.id
  await call(page, 'events.update', { id, version: 1, location: 'Elsewhere', scope: 'all' })

  await page.getByRole('button', { name: 'Save changes' }).click()
  await answer(page, 'All events')
  await page.getByText('Somebody else changed this event').waitFor()
  expect(await page.getByLabel('Title').inputValue()).toBe('Mine')
  await page.getByRole('button', { name: 'Save mine anyway' }).click()
  await toast(page, 'All “Mine” events saved')
  expect(new Set((await stored(page)).map(({ title }) => title))).toEqual(new Set(['Mine']))
})
