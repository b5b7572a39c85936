import { launchChromium } from './chromium.ts'
const [base = 'http://localhost:3205', dir = '/tmp/onb/b', scheme = 'light', width = '1280'] = process.argv.slice(2)
const browser = await launchChromium()
const narrow = width === '360'
const ctx = await browser.newContext({
  baseURL: base,
  locale: 'en-GB',
  timezoneId: 'Europe/Berlin',
  colorScheme: scheme as 'light',
  viewport: narrow ? { width: 360, height: 740 } : { width: 1280, height: 800 },
  hasTouch: narrow,
  isMobile: narrow,
})
ctx.setDefaultTimeout(60000)
const page = await ctx.newPage()
let n = 0
const shot = async (name: string) => {
  await page.waitForTimeout(600)
  n += 1
  await page.screenshot({ path: `${dir}-${String(n).padStart(2, '0')}-${name}.png` })
}
const email = `mara${Date.now()}@pinecone.example`
try {
  await page.goto('/sign-up')
  await page.getByRole('button', { name: 'Create organization' }).click()
  await shot('sign-up-errors')
  await page.getByLabel('Organization').fill('Pinecone Studio')
  await page.getByLabel('Your name').fill('Mara Lind')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('a long enough password')
  await page.getByRole('button', { name: 'Create organization' }).click()
  await page.getByRole('region', { name: 'First steps' }).waitFor()
  await shot('calendar')
  await page.getByRole('button', { name: 'Use these hours' }).click()
  await shot('calendar-step')
  await page.getByRole('button', { name: 'Connect a demo calendar' }).click()
  await page.waitForURL((u) => !u.href.startsWith(base))
  await page.getByRole('button', { name: 'Allow' }).click()
  await page.waitForURL('**/calendar/connections**')
  await shot('connected')
  await page.getByRole('link', { name: 'Go on with the next one' }).click()
  await shot('colleagues-step')
  await page.getByRole('button', { name: 'Invite colleagues' }).click()
  await shot('invite')
  await page
    .getByLabel('E-mail addresses')
    .fill('noor@pinecone.example, kai@pinecone.example\nTomas Berg <tomas@pinecone.example>')
  await shot('invite-typed')
  await page.getByRole('dialog').getByRole('button', { name: 'Invite', exact: true }).click()
  await page.getByText('people are invited').waitFor()
  await shot('invited')
  await page.getByRole('button', { name: 'Done' }).click()
  await shot('meeting-step')
  await page.getByRole('link', { name: 'Find a time' }).last().click()
  await page.getByRole('list', { name: 'Suggested times' }).waitFor()
  await shot('suggest')
  await page
    .getByRole('button', { name: /^Book / })
    .first()
    .click()
  await page.getByRole('region', { name: 'Booked' }).waitFor()
  await shot('booked')
  await page.getByRole('link', { name: 'Open in the calendar' }).click()
  await page.getByText('You are all set').waitFor()
  await shot('all-set')
  await page.goto('/calendar/availability')
  await shot('availability')
} catch (e) {
  await shot('failed')
  console.log(String(e))
} finally {
  await browser.close()
}
