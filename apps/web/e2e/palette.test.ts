import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings } from './axe-findings.ts'
import { book, box, hire, openWeek, panel, PHONE, query, sidewaysScrollers, toast, TUESDAY, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

const palette = (page: Page) => page.getByRole('dialog', { name: 'Palette' })

async function choose(page: Page, text: string, option: string | RegExp): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  await palette(page).waitFor()
  await page.keyboard.type(text)
  await page.getByRole('option', { name: option, selected: true }).waitFor()
  await page.keyboard.press('Enter')
}

interface Pressed {
  key: string
  code?: string
  shiftKey?: boolean
  ctrlKey?: boolean
  isComposing?: boolean
  repeat?: boolean
}

/** As a keyboard of another country sends it: the letter is what is printed on the key, the code where it lies. */
async function press(page: Page, pressed: Pressed): Promise<void> {
  await page.evaluate((pressed) => {
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...pressed }))
  }, pressed)
}

test('web 1: the palette goes to a date, finds people whatever their accents, and knows every page', async () => {
  const page = await world.signedUp()
  const zoe = await hire(world, page, { name: 'Zoë Ångström', timeZone: 'Asia/Tokyo', role: 'OPERATOR' })
  await openWeek(page)
  await choose(page, 'go to 12 May 2031', 'Go to Monday, 12 May 2031')
  await page.waitForURL('**/calendar?view=week&date=2031-05-12')
  await choose(page, 'zoe ang', /Zoë Ångström’s calendar/)
  await page.waitForURL(/people=/)
  await choose(page, 'find a time with zoe', /Find a time with Zoë/)
  await page.waitForURL(/\/calendar\/suggest\?/)
  expect(decodeURIComponent(page.url())).toContain(zoe)
  await choose(page, 'avail', 'Availability')
  await page.waitForURL('**/calendar/availability')
  await page.keyboard.press('ControlOrMeta+k')
  await palette(page).getByRole('group', { name: 'Recent' }).getByRole('option', { name: 'Availability' }).waitFor()
  await page.keyboard.press('Escape')
  await palette(page).waitFor({ state: 'detached' })
})

test('web 1: theme and time zone are changed from the palette, the zone with Undo', async () => {
  const page = await world.signedUp()
  await choose(page, 'dark', 'Theme: dark')
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
  await choose(page, 'time zone', /Change time zone/)
  await page.getByRole('dialog', { name: 'Change time zone' }).waitFor()
  await page.keyboard.type('tokyo')
  await page.getByRole('option', { name: /Asia\/Tokyo/, selected: true }).waitFor()
  await page.keyboard.press('Enter')
  const zone = async () => (await query<{ user: { timeZone: string } }>(page, 'auth.me')).user.timeZone
  await toast(page, 'Times are in Asia/Tokyo')
  await page.getByText('Asia/Tokyo (GMT+9)').waitFor()
  expect(await zone()).toBe('Asia/Tokyo')
  await page.keyboard.press('z')
  await toast(page, 'Times are in Europe/Berlin again')
  expect(await zone()).toBe('Europe/Berlin')
})

test('web 1: keys go by what is printed on them, and are letters while typing, composing, held or in a dialog', async () => {
  const page = await world.signedUp()
  await book(page, { title: 'Review', from: '10:00', to: '11:00' })
  await openWeek(page)
  const heading = page.getByRole('heading', { level: 1 })
  const dialogs = () => page.getByRole('dialog').count()
  // AZERTY: m lies where ; is, ? is Shift and the key of a comma.
  await press(page, { key: 'm', code: 'Semicolon' })
  await expect.poll(() => heading.textContent()).toBe('June 2031')
  await press(page, { key: 'w', code: 'KeyZ' })
  await expect.poll(() => heading.textContent()).toContain('9')
  await press(page, { key: '?', code: 'Comma', shiftKey: true })
  const help = page.getByRole('dialog', { name: 'Keyboard' })
  await help.getByText('Edit the event that is open or has the focus').waitFor()
  await press(page, { key: 'q' })
  expect(await dialogs()).toBe(1)
  await page.keyboard.press('Escape')
  await help.waitFor({ state: 'detached' })

  await press(page, { key: 'q', isComposing: true })
  await press(page, { key: 'q', repeat: true })
  await press(page, { key: 'q', ctrlKey: true })
  expect(await dialogs()).toBe(0)

  await page.keyboard.press('q')
  await page.getByLabel('What, when and with whom').waitFor()
  await page.keyboard.type('qcz?jd')
  expect(await page.getByLabel('What, when and with whom').inputValue()).toBe('qcz?jd')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  await box(page, 'Review').focus()
  await page.keyboard.press('e')
  await expect.poll(() => page.getByLabel('Title').inputValue()).toBe('Review')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await box(page, 'Review').click()
  await panel(page).getByRole('button', { name: 'Edit' }).waitFor()
  await page.keyboard.press('e')
  await page.getByRole('dialog', { name: 'Edit event' }).waitFor()
  expect(page.url()).toContain(`date=${TUESDAY}`)
})

test('web 1: c leads from any page to the calendar with its form, once', async () => {
  const page = await world.signedUp()
  await page.goto('/members')
  await page.getByRole('list', { name: 'Members' }).waitFor()
  await page.keyboard.press('c')
  await page.waitForURL('**/calendar')
  await page.getByLabel('Title').waitFor()
  await page.keyboard.press('Escape')
  await panel(page).waitFor({ state: 'detached' })
  await page.goBack()
  await page.getByRole('list', { name: 'Members' }).waitFor()
  await page.goForward()
  await page.locator('.sx__week-grid').waitFor()
  expect(await panel(page).count()).toBe(0)
})

test('web 14: on a phone a button opens the palette, which fills the screen', async () => {
  const page = await world.signedUp(PHONE)
  await page.getByRole('button', { name: 'Do or find anything' }).click()
  await palette(page).getByRole('option').first().waitFor()
  expect(await palette(page).boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 740 })
  expect(await sidewaysScrollers(page)).toEqual([])
  await page.getByRole('option', { name: 'Members' }).click()
  await page.waitForURL('**/members')
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`web 13: the palette has no serious accessibility findings (${colorScheme})`, async () => {
    const page = await world.signedUp({ colorScheme })
    await page.keyboard.press('ControlOrMeta+k')
    await palette(page).getByRole('option').first().waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.type('ana')
    await palette(page)
      .getByRole('option', { name: /Ana Silva’s calendar/ })
      .waitFor()
    expect(await axeFindings(page)).toEqual([])
  })
