import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { parseCalendar } from '../ical/parse-calendar.ts'
import { cleanLine, cleanText } from '../ical/plain-text.ts'
import { mailCalendar } from './mail-calendar.ts'
import type { MailContent } from './mail-content.ts'
import type { MailMessage } from './message.ts'
import { renderMail } from './render-mail.ts'
import { harmlessTwin, hostileContent } from './testing/hostile-content.ts'
import { readSkeleton } from './testing/html-skeleton.ts'

const BAD_IN_HEADERS = /[\p{Cc}\p{Cs}\u{2028}\u{2029}\u{200e}\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}]/u
const ADDRESS = /^[^\s<>,;:"@]+@[^\s<>,;:"@]+$/

/*
 * Each check is one comparison: ten thousand mails have millions of lines, and `expect` costs more than what it looks at.
 */

function checkHeaders({ subject, from, to, replyTo }: MailMessage): void {
  const people = [from, to, ...(replyTo ? [replyTo] : [])]
  const names = people.map(({ name }) => name ?? '')
  const addresses = people.map(({ email }) => email)
  expect([
    addresses.filter((email) => !ADDRESS.test(email)),
    names.filter((name) => /[<>"\\;:]/.test(name)),
    [subject, ...names, ...addresses].filter((value) => BAD_IN_HEADERS.test(value)),
    Array.from(subject).length > 200,
  ]).toEqual([[], [], [], false])
}

function checkHtml(mail: MailMessage, twin: MailMessage): void {
  const [page, model] = [readSkeleton(mail.html), readSkeleton(twin.html)]
  expect(page.tags.join('\n')).toBe(model.tags.join('\n'))
  expect(page.links.length).toBe(model.links.length)
  expect(page.links.filter((link) => !/^https?:\/\/[^\s"<>]+$/i.test(link))).toEqual([])
}

const LABELS = 'When|First time|Repeats|Except|Where|Meeting link|Organizer|Who takes part|Description|Title'
const OURS = new RegExp(`^(?:(?:${LABELS})(?: \\(\\w+\\))?:|  (?:was|New|No longer|Yes|No|Maybe):|  |-- $|Sent by |$)`)

/** Our own words stand at the beginning of the same lines, whatever others have written. */
function checkText(mail: MailMessage, twin: MailMessage): void {
  const begins = ({ text }: MailMessage) => text.split('\n').map((line) => (OURS.exec(line) ?? ['?'])[0])
  expect(mail.text).not.toMatch(/[^\P{Cc}\n\t]|[\u{202a}-\u{202e}\u{2066}-\u{2069}]/u)
  expect(begins(mail).join('\n')).toBe(begins(twin).join('\n'))
}

/** Components and properties in their order, by what the lines begin with once they are unfolded. */
function namesOf(file: string): string {
  const lines = file.replaceAll('\r\n ', '').split('\r\n')
  return lines.map((line) => (/^(?:BEGIN|END):\w+$/.exec(line) ?? /^[\w-]*/.exec(line))?.[0]).join('\n')
}

/** The same as ical.js reads them. */
function theirNames(component: ICAL.Component): string[] {
  return [
    `BEGIN:${component.name}`,
    ...component.getAllProperties().map(({ name }) => name),
    ...component.getAllSubcomponents().flatMap(theirNames),
    `END:${component.name}`,
  ].map((name) => name.toUpperCase())
}

const countOctets = (line: string) => encodeURIComponent(line).replaceAll(/%../g, 'x').length

type Sent = MailMessage['calendar']

function checkCalendar({ event, exceptions, kind }: MailContent, calendar: Sent, twin: Sent): void {
  const isNone = kind === 'reminder'
  expect([calendar === null, twin === null]).toEqual([isNone, isNone])
  if (!calendar || !twin) return
  const { method, content } = calendar
  const file = ICAL.Component.fromString(content)
  expect(content.split('\r\n').filter((line) => countOctets(line) > 75)).toEqual([])
  expect(namesOf(content)).toBe(namesOf(twin.content))
  expect(`${theirNames(file).join('\n')}\n`).toBe(namesOf(content))
  expect(file.getFirstPropertyValue('method')).toBe(method)
  const told = (method === 'CANCEL' ? [event] : [event, ...exceptions]).map(({ title, location, description }) => [
    cleanLine(title),
    cleanLine(location ?? '') || null,
    cleanText(description ?? '') || null,
  ])
  const theirs = file.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  expect(theirs.map(({ summary, location, description }) => [summary ?? '', location, description])).toEqual(told)
  const { events, problems } = parseCalendar(content)
  expect(events.map(({ title, location, description }) => [title, location, description])).toEqual(told)
  expect(problems).toEqual([])
}

const RUNS = { numRuns: 5000 }

describe('renderMail with whatever people write', () => {
  it('changes nothing in headers, page and text but the words themselves', () => {
    fc.assert(
      fc.property(hostileContent, (content) => {
        const [mail, twin] = [renderMail(content), renderMail(harmlessTwin(content))]
        checkHeaders(mail)
        checkHtml(mail, twin)
        checkText(mail, twin)
      }),
      RUNS,
    )
  })

  it('changes nothing in the calendar but the words themselves', () => {
    fc.assert(
      fc.property(hostileContent, (content) => {
        checkCalendar(content, mailCalendar(content), mailCalendar(harmlessTwin(content)))
      }),
      RUNS,
    )
  })
})
