import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, endSession, hire, query, toast, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

/** Berlin's clocks go forward on the Sunday after this Thursday. */
const BEFORE_CHANGE = '2031-03-27T09:00:00Z'

async function openEditor(page: Page, now = BEFORE_CHANGE): Promise<void> {
  await page.clock.setFixedTime(now)
  await page.goto('/calendar/availability')
  await page.getByRole('heading', { name: 'Weekly hours' }).waitFor()
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save hours' }).click()
  await toast(page, 'Availability saved')
  await page.getByText('Everything is saved').waitFor()
}

function timeOf(page: Page, field: string): Promise<string> {
  return page.getByLabel(field, { exact: true }).inputValue()
}

/** The preview's line of a day: `Mon 31 Mar`. */
function previewOf(page: Page, date: string) {
  return page.getByRole('region', { name: 'The next seven days' }).getByRole('listitem').filter({ hasText: date })
}

test('D1, D4: ranges are added, changed, switched off and removed; what was saved is there after a reload', async () => {
  const page = await world.signedUp()
  await page.getByRole('link', { name: 'Availability' }).click()
  await page.getByRole('heading', { name: 'Weekly hours' }).waitFor()
  expect(await timeOf(page, 'Start of range 1 on Monday')).toBe('09:00')
  expect(await page.getByRole('switch', { name: 'Saturday' }).isChecked()).toBe(false)

  await page.getByLabel('End of range 1 on Monday').fill('12:30')
  await page.getByRole('button', { name: 'Add hours on Monday' }).click()
  await page.getByLabel('Start of range 2 on Monday').fill('13:15')
  await page.getByLabel('End of range 2 on Monday').fill('18:00')
  await page.getByLabel('Use range 2 on Monday').uncheck()
  await page.getByRole('switch', { name: 'Tuesday' }).click()
  await page.getByRole('switch', { name: 'Saturday' }).click()
  await page.getByRole('button', { name: 'Remove range 1 on Friday' }).click()
  await page.getByText('Not saved yet').waitFor()
  await save(page)

  await page.reload()
  expect(await timeOf(page, 'End of range 1 on Monday')).toBe('12:30')
  expect(await timeOf(page, 'Start of range 2 on Monday')).toBe('13:15')
  expect(await page.getByLabel('Use range 1 on Monday').isChecked()).toBe(true)
  expect(await page.getByLabel('Use range 2 on Monday').isChecked()).toBe(false)
  expect(await page.getByRole('switch', { name: 'Tuesday' }).isChecked()).toBe(false)
  expect(await timeOf(page, 'Start of range 1 on Tuesday')).toBe('09:00')
  expect(await page.getByRole('switch', { name: 'Saturday' }).isChecked()).toBe(true)
  expect(await page.getByLabel('Start of range 1 on Friday').count()).toBe(0)
})

test('D4: an overlap is refused at the range concerned, while typing; nothing is sent until it is gone', async () => {
  const page = await world.signedUp()
  await openEditor(page)
  await page.getByRole('button', { name: 'Add hours on Wednesday' }).click()
  await page.getByLabel('Start of range 2 on Wednesday').fill('16:00')
  const range = page
    .getByRole('listitem')
    .filter({ has: page.getByLabel('Start of range 2 on Wednesday') })
    .last()
  await range.getByText('Overlaps with another range.').waitFor()
  expect(await page.getByText('Overlaps with another range.').count()).toBe(1)

  let isAsked = false
  await page.route('**/trpc/availability.set', (route) => {
    isAsked = true
    return route.continue()
  })
  await page.getByRole('button', { name: 'Save hours' }).click()
  expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Start of range 2 on Wednesday')
  expect(isAsked).toBe(false)
  await page.getByLabel('Start of range 2 on Wednesday').fill('17:00')
  await range.getByText('Overlaps with another range.').waitFor({ state: 'detached' })
  await save(page)
})

test('D1: the week is a circle: Sunday overnight may not run into Monday', async () => {
  const page = await world.signedUp()
  await openEditor(page)
  await page.getByRole('switch', { name: 'Sunday' }).click()
  await page.getByLabel('Start of range 1 on Sunday').fill('22:00')
  await page.getByLabel('End of range 1 on Sunday').fill('09:30')
  await page.getByText('Overlaps with another range.').waitFor()
  await page.getByLabel('End of range 1 on Sunday').fill('06:00')
  await page.getByText('Overnight, ends on Monday').waitFor()
  expect(await page.getByText('Overlaps with another range.').count()).toBe(0)
})

test('D4: hours are copied to the days that are chosen, in place of theirs', async () => {
  const page = await world.signedUp()
  await openEditor(page)
  await page.getByLabel('Start of range 1 on Monday').fill('07:45')
  await page.getByRole('button', { name: 'Copy Monday to other days' }).click()
  const picker = page.getByRole('dialog', { name: 'Copy Monday to' })
  await picker.getByLabel('Wednesday').uncheck()
  await picker.getByLabel('Sunday').check()
  await picker.getByRole('button', { name: 'Copy hours' }).click()
  await save(page)
  await page.reload()
  for (const day of ['Tuesday', 'Thursday', 'Friday', 'Sunday'])
    expect([day, await timeOf(page, `Start of range 1 on ${day}`)]).toEqual([day, '07:45'])
  expect(await timeOf(page, 'Start of range 1 on Wednesday')).toBe('09:00')
  expect(await page.getByRole('switch', { name: 'Saturday' }).isChecked()).toBe(false)
})

test('D1: overnight and until-midnight ranges are said in words, kept, and previewed on both of their days', async () => {
  const page = await world.signedUp()
  await openEditor(page)
  await page.getByLabel('Start of range 1 on Thursday').fill('22:00')
  await page.getByLabel('End of range 1 on Thursday').fill('06:00')
  await page.getByText('Overnight, ends on Friday').waitFor()
  await page.getByLabel('End of range 1 on Tuesday').fill('00:00')
  await page.getByText('Until midnight').waitFor()
  await page.getByLabel('Start of range 1 on Wednesday').fill('00:00')
  await page.getByLabel('End of range 1 on Wednesday').fill('00:00')
  await page.getByText('All day', { exact: true }).first().waitFor()
  await save(page)
  await page.reload()
  await page.getByText('Overnight, ends on Friday').waitFor()
  await previewOf(page, 'Thu 27 Mar').getByText('22:00 – midnight').waitFor()
  await previewOf(page, 'Fri 28 Mar').getByText('00:00–06:00, 09:00–17:00').waitFor()
  await previewOf(page, 'Tue 1 Apr').getByText('09:00 – midnight').waitFor()
  await previewOf(page, 'Wed 2 Apr').getByText('All day').waitFor()
  const { rules } = await query<{ rules: object[] }>(page, 'availability.get')
  expect(rules).toContainEqual({ dayOfWeek: 2, startTime: '09:00', endTime: '24:00', isActive: true })
})

test('D2, D4: a day off and extra hours on single dates are kept, and removed again', async () => {
  const page = await world.signedUp()
  await openEditor(page)
  await page.getByRole('button', { name: 'Add a date' }).click()
  await page.getByLabel('Date of').fill('2031-03-28')
  await page.getByRole('button', { name: 'Add a date' }).click()
  await page.getByLabel('Date of').last().fill('2031-03-28')
  await page.getByText('This date is already in the list.').waitFor()
  await page.getByLabel('Date of').last().fill('2031-03-29')
  await page.getByText('Hours', { exact: true }).last().click()
  await page.getByLabel('Start of range 1 on Sat 29 Mar').fill('10:00')
  await page.getByLabel('End of range 1 on Sat 29 Mar').fill('14:00')
  await previewOf(page, 'Fri 28 Mar').getByText('Not available').waitFor()
  await previewOf(page, 'Sat 29 Mar').getByText('10:00–14:00').waitFor()
  await save(page)
  await page.reload()
  await previewOf(page, 'Sat 29 Mar').getByText('10:00–14:00').waitFor()
  await page.getByRole('button', { name: 'Remove Fri 28 Mar' }).click()
  await previewOf(page, 'Fri 28 Mar').getByText('09:00–17:00').waitFor()
  await save(page)
  const { overrides } = await query<{ overrides: object[] }>(page, 'availability.get')
  expect(overrides).toEqual([{ date: '2031-03-29', ranges: [{ startTime: '10:00', endTime: '14:00' }] }])
})

test('D3, D4: the preview names the zone and a change of the clocks; nine o’clock stays nine o’clock', async () => {
  const page = await world.signedUp()
  await openEditor(page)
  await page.getByRole('switch', { name: 'Sunday' }).click()
  const change = previewOf(page, 'Sun 30 Mar')
  await change.getByText('Clocks go forward 1 hour at 02:00: this day has 23 hours').waitFor()
  await change.getByText('09:00–17:00').waitFor()
  await previewOf(page, 'Mon 31 Mar').getByText('09:00–17:00').waitFor()
  await page.getByLabel('Zone of these hours').fill('kolkata')
  await page.getByRole('option', { name: /Asia\/Kolkata/ }).click()
  await page.getByText('As they will be searched, in Asia/Kolkata.').waitFor()
  await change.getByText('Clocks go forward').waitFor({ state: 'detached' })
  await save(page)
})

test('D1: buffers are whole minutes; a wrong one is named at its field', async () => {
  const page = await world.signedUp()
  await openEditor(page)
  await page.getByLabel('Before, minutes').fill('500')
  await page.getByText('Expected whole minutes from 0 to 240.').waitFor()
  await page.getByLabel('Before, minutes').fill('10')
  await page.getByLabel('After, minutes').fill('25')
  await save(page)
  await page.reload()
  expect(await page.getByLabel('Before, minutes').inputValue()).toBe('10')
  expect(await page.getByLabel('After, minutes').inputValue()).toBe('25')
})

test('D4: what the server refuses stands at its field, a lost connection above; nothing typed is lost', async () => {
  const page = await world.signedUp()
  await openEditor(page)
  await page.getByLabel('Start of range 1 on Monday').fill('08:10')
  await page.route('**/trpc/availability.set', (route) => route.abort(), { times: 1 })
  await page.getByRole('button', { name: 'Save hours' }).click()
  await page.getByText('What you changed is still here.').waitFor()
  expect(await timeOf(page, 'Start of range 1 on Monday')).toBe('08:10')

  const fields = { 'rules.0.startTime': 'Not this early.' }
  const data = { code: 'BAD_REQUEST', httpStatus: 400, reason: 'INVALID_INPUT', fields }
  await page.route(
    '**/trpc/availability.set',
    (route) => route.fulfill({ status: 400, json: { error: { message: 'Wrong.', code: -32600, data } } }),
    { times: 1 },
  )
  await page.getByRole('button', { name: 'Save hours' }).click()
  await page.getByText('Not this early.').waitFor()
  await save(page)
})

test('D4: leaving with unsaved hours asks first; when the session ends they wait for the next sign-in', async () => {
  const page = await world.signedUp()
  await page.getByRole('link', { name: 'Availability' }).click()
  await page.getByLabel('Start of range 1 on Monday').fill('08:10')
  await page.getByRole('link', { name: 'Calendar', exact: true }).click()
  await page.getByRole('button', { name: 'Keep editing' }).click()
  expect(await timeOf(page, 'Start of range 1 on Monday')).toBe('08:10')

  const { user } = await query<{ user: { email: string } }>(page, 'auth.me')
  await endSession(page)
  // Unless something that was asked meanwhile has found it out.
  const over = page.getByText('Your session has ended')
  await page.getByRole('button', { name: 'Save hours' }).or(over).first().click()
  await over.waitFor()
  await page.getByLabel('E-mail').fill(user.email)
  await page.getByLabel('Password', { exact: true }).fill('a long enough password')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/calendar/availability')
  expect(await timeOf(page, 'Start of range 1 on Monday')).toBe('08:10')

  await page.getByRole('link', { name: 'Calendar', exact: true }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click()
  await page.waitForURL((address) => address.pathname === '/calendar')
  await page.getByRole('link', { name: 'Availability' }).click()
  expect(await timeOf(page, 'Start of range 1 on Monday')).toBe('09:00')
})

test('D4: an ADMIN changes the hours of a colleague; others are only offered their own', async () => {
  const page = await world.signedUp()
  const tom = await hire(world, page, { name: 'Tom Reed', timeZone: 'America/New_York', role: 'OPERATOR' })
  await openEditor(page)
  await page.getByLabel('Whose availability').selectOption('Tom Reed')
  await expect.poll(() => timeOf(page, 'Zone of these hours')).toBe('America/New York')
  await page.getByLabel('Start of range 1 on Monday').fill('10:30')
  await save(page)
  await page.getByLabel('Whose availability').selectOption({ label: 'Ana Silva (you)' })
  await expect.poll(() => timeOf(page, 'Start of range 1 on Monday')).toBe('09:00')

  await call(page, 'auth.signIn', { email: tom, password: 'a long enough password' })
  await openEditor(page)
  expect(await timeOf(page, 'Start of range 1 on Monday')).toBe('10:30')
  expect(await page.getByLabel('Whose availability').count()).toBe(0)
})
