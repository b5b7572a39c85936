import type { Control } from './control.ts'

const DAY = 86_400_000
const ZONE = 'Europe/Berlin'
const INES = 'ines@harborpine.example'
const OMAR = 'omar@harborpine.example'
const LENA = 'lena@harborpine.example'

/** The accounts of the demo, and a week or two as people have them; `now` in epoch milliseconds. */
export function seedDemo(control: Control, now: number): void {
  control.addAccount({ email: INES, name: 'Ines Harbor' }, ZONE)
  control.addAccount({ email: OMAR, name: 'Omar Pine' }, ZONE)
  control.addAccount({ email: LENA, name: 'Lena Cove' }, ZONE)
  // At the weekend it is the week that comes.
  const day = Math.floor(now / DAY) + 2
  const monday = day - ((new Date(day * DAY).getUTCDay() + 6) % 7)
  const date = (day: number) => new Date((monday + day) * DAY).toISOString().slice(0, 10)
  const at = (day: number, time: string) => ({ dateTime: `${date(day)}T${time}:00`, timeZone: ZONE })
  const timed = (summary: string, day: number, from: string, to: string) => ({
    summary,
    start: at(day, from),
    end: at(day, to),
  })

  const standUp = control.insert(INES, {
    ...timed('Team stand-up', -7, '09:15', '09:30'),
    recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR'],
    attendees: [{ email: INES, responseStatus: 'accepted' }, { email: OMAR }, { email: LENA }],
  })
  const wednesday = control.instances(INES, standUp.id, (monday + 2) * DAY, (monday + 3) * DAY)[0]
  if (wednesday) control.patch(INES, wednesday.id, { start: at(2, '11:00'), end: at(2, '11:15') })
  control.insert(INES, { ...timed('Quarter plan with Omar', 1, '13:30', '14:30'), attendees: [{ email: OMAR }] })
  control.insert(INES, { ...timed('Dentist', 3, '08:00', '09:00'), location: 'Harbour Street 4' })
  control.insert(INES, timed('Write the release notes', 3, '15:00', '16:30'))
  control.insert(INES, { ...timed('Running group (optional)', 4, '17:30', '18:30'), transparency: 'transparent' })
  control.insert(INES, { summary: 'Conference in Lisbon', start: { date: date(8) }, end: { date: date(10) } })
  control.insert(INES, timed('School play', 11, '16:00', '17:30'))
  control.insert(OMAR, {
    ...timed('Budget review', 2, '14:00', '15:00'),
    attendees: [{ email: INES }, { email: LENA }],
  })
  control.insert(LENA, timed('Language course', 1, '18:00', '19:30'))
}
