import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendInvitation, type SentInvitation } from './mail-rows.ts'
import { call, PHONE, sidewaysScrollers, TUESDAY, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

const TOM = { email: 'tom@partner.example' }

/** Invites Tom, whose mail then is in the outbox. */
async function invite(page: Page, title: string): Promise<SentInvitation> {
  const { event } = await call<{ event: Parameters<typeof sendInvitation>[2] }>(page, 'events.create', {
    title,
    startsAt: `${TUESDAY}T10:00:00+02:00`,
    endsAt: `${TUESDAY}T11:30:00+02:00`,
    timeZone: 'Europe/Berlin',
    showsAs: 'FREE',
    participants: [TOM],
  })
  return sendInvitation(world, page, event, TOM)
}

test('F6: without a mail service the menu leads to the outbox, where a mail is read as its recipient would', async () => {
  const page = await world.signedUp()
  const { path } = await invite(page, 'Kick-off')
  await page.getByRole('button', { name: /account and theme/ }).click()
  await page.getByRole('link', { name: 'Outbox' }).click()
  const entry = page.getByRole('list', { name: 'Mails' }).getByRole('link', { name: /Kick-off/ })
  await entry.getByText('Invitation', { exact: true }).waitFor()
  await entry.getByText(`To ${TOM.email}`).waitFor()
  await entry.click()

  const mail = page.getByRole('article', { name: 'Mail' })
  await mail.getByText('Ana Silva <ana1@lighthouse.example>').waitFor()
  await mail.getByText(TOM.email, { exact: true }).waitFor()
  const preview = page.frameLocator('iframe')
  await preview.getByRole('heading', { name: 'Kick-off' }).waitFor()
  const [guest] = await Promise.all([
    page.context().waitForEvent('page'),
    preview.getByRole('link', { name: 'Maybe' }).click(),
  ])
  await guest.getByRole('button', { name: 'Confirm: Maybe' }).waitFor()
  expect(new URL(guest.url()).pathname).toBe(path)
  expect(await guest.evaluate(() => window.opener)).toBeNull()

  await mail.getByRole('tab', { name: 'Text' }).click()
  await mail.getByLabel('Text of the mail').getByText(`${path}?answer=accepted`).waitFor()
  await page.keyboard.press('ArrowRight')
  await mail.getByText('Method REQUEST').waitFor()
  await mail.getByLabel('Calendar file').getByText('BEGIN:VCALENDAR').waitFor()

  await page.reload()
  await mail.getByRole('heading', { name: /Kick-off/ }).waitFor()
})

test('F6: an empty outbox says why mail stays in it; what arrives appears by itself', async () => {
  const page = await world.signedUp()
  await page.goto('/outbox')
  await page.getByText('No mail service is set up, so mail stays here').waitFor()
  await invite(page, 'Kick-off')
  await page.getByRole('link', { name: /Kick-off/ }).waitFor()
  await invite(page, 'Retrospective')
  await page.getByRole('button', { name: 'Refresh' }).click()
  await page.getByRole('link', { name: /Retrospective/ }).waitFor()
  await page.goto('/outbox?message=00000000-0000-4000-8000-000000000000')
  await page.getByText('There is no such mail').waitFor()
})

test('F6: earlier mails are loaded on demand', async () => {
  const page = await world.signedUp()
  const { id } = await invite(page, 'Kick-off')
  const copy = `jsonb_build_object('id', gen_random_uuid(), 'token_hash', null, 'sent_at', m.sent_at - n * interval '1 minute')`
  await world.server.execute(
    `insert into mails select (jsonb_populate_record(m, ${copy})).* from mails m, generate_series(1, 60) n where m.id = '${id}'`,
  )
  await page.goto('/outbox')
  const mails = page.getByRole('list', { name: 'Mails' }).getByRole('listitem')
  await expect.poll(() => mails.count()).toBe(50)
  await page.getByRole('button', { name: 'Show earlier mails' }).click()
  await expect.poll(() => mails.count()).toBe(61)
  await page.getByRole('button', { name: 'Show earlier mails' }).waitFor({ state: 'detached' })
})

test('F6: on a narrow screen the list leads to the mail, and there is a way back', async () => {
  const page = await world.signedUp(PHONE)
  await invite(page, 'Kick-off')
  await page.goto('/outbox')
  await page.getByRole('link', { name: /Kick-off/ }).click()
  await page.frameLocator('iframe').getByRole('heading', { name: 'Kick-off' }).waitFor()
  expect(await page.getByRole('list', { name: 'Mails' }).isVisible()).toBe(false)
  expect(await sidewaysScrollers(page)).toEqual([])
  await page.getByRole('tab', { name: 'Calendar' }).click()
  await page.getByLabel('Calendar file').waitFor()
  expect(await sidewaysScrollers(page)).toEqual([])
  await page.getByRole('link', { name: 'All mails' }).click()
  await page.getByRole('list', { name: 'Mails' }).waitFor()
  expect(await sidewaysScrollers(page)).toEqual([])
})
