/** What a sentence means, in one line: title | when | who | where | rule. Said on Thursday, 26 November 2026, 10:00 in Berlin. */
export interface Sentence {
  text: string
  means: string
}

const lines = (text: string): Sentence[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [said = '', means = ''] = line.split(' => ')
      return { text: said.trim(), means: means.trim() }
    })

/** By somebody in Britain. */
export const BRITISH = lines(`
lunch with Ben tue 1pm 45m => lunch | 2026-12-01 13:00-13:45 | ben@x.example
Lunch with ana silva Tue 1PM 45 min => Lunch | 2026-12-01 13:00-13:45 | ana.silva@x.example
review 13-14 => review | 2026-11-26 13:00-14:00
review 13-14 fri => review | 2026-11-27 13:00-14:00
call 1–2pm friday with ana silva and ben@x.example => call | 2026-11-27 13:00-14:00 | ana.silva@x.example ben@x.example
call with zoe@partner.example mon 9:30 => call | 2026-11-30 09:30-10:30 | zoe@partner.example
1h30 workshop mon 9:30 => workshop | 2026-11-30 09:30-11:00
workshop mon 14:00 for 2 hours => workshop | 2026-11-30 14:00-16:00
workshop mon 14:00 1.5h => workshop | 2026-11-30 14:00-15:30
workshop mon 14:00 2h 15m => workshop | 2026-11-30 14:00-16:15
meeting 2pm tomorrow for half an hour => meeting | 2026-11-27 14:00-14:30
workshop fri 2h => workshop | 2026-11-27 09:00-11:00 | assumed time
from 9 to 11 planning wed => planning | 2026-12-02 09:00-11:00
9am-5pm hackathon sat => hackathon | 2026-11-28 09:00-17:00
11-1pm lunch fri => lunch | 2026-11-27 11:00-13:00
10-12pm lunch fri => lunch | 2026-11-27 10:00-12:00
9-5 hackathon sat => hackathon | 2026-11-28 09:00-17:00
interview Fri 13:00 to 14:30 => interview | 2026-11-27 13:00-14:30
10:30 to 11 call => call | 2026-11-26 10:30-11:00
party sat 22:00-02:00 => party | 2026-11-28 22:00-2026-11-29 02:00
flight tue 23:30 3h => flight | 2026-12-01 23:30-2026-12-02 02:30
half past 3 tea => tea | 2026-11-26 15:30-16:30
quarter to 4 tea fri => tea | 2026-11-27 15:45-16:45
coffee at 3 => coffee | 2026-11-26 15:00-16:00
coffee at 03:00 => coffee | 2026-11-27 03:00-04:00
standup 9am => standup | 2026-11-27 09:00-10:00
standup 11am => standup | 2026-11-26 11:00-12:00
thu 9am planning => planning | 2026-12-03 09:00-10:00
thu 2pm planning => planning | 2026-11-26 14:00-15:00
gym today at 8am => gym | 2026-11-26 08:00-09:00 | This is in the past.
report last friday => report | 2026-11-20 | This is in the past.
dentist tomorrow => dentist | 2026-11-27
dinner tonight at 8 => dinner | 2026-11-26 20:00-21:00
drinks this evening => drinks | 2026-11-26 19:00-20:00 | assumed time
retro monday morning => retro | 2026-11-30 09:00-10:00 | assumed time
call in 45m => call | 2026-11-26 10:45-11:45
call Tom in 2 hours => call Tom | 2026-11-26 12:00-13:00
snack fri 12am => snack | 2026-11-27 00:00-01:00
see you at 24:00 => see you | 2026-11-27 00:00-01:00
3/4 at 10 plan => plan | 2027-04-03 10:00-11:00
budget 3/4 => budget | 2027-04-03
release 2026-12-01 10:00 => release | 2026-12-01 10:00-11:00
review 25 november 3pm => review | 2027-11-25 15:00-16:00
offsite 12-14 may => offsite | 2027-05-12..2027-05-14
offsite May 12-14 => offsite | 2027-05-12..2027-05-14
holiday 28 dec - 3 jan => holiday | 2026-12-28..2027-01-03
training for 3 days from monday => training | 2026-11-30..2026-12-02
lunch at Café Nord tue at noon => lunch | 2026-12-01 12:00-13:00 | at Café Nord
lunch at 1 with José Nunez at Café Nord => lunch | 2026-11-26 13:00-14:00 | jose@x.example | at Café Nord
coffee at 3pm @ Harbour Street 4 => coffee | 2026-11-26 15:00-16:00 | at Harbour Street 4
talk in room 4 tomorrow 10-11 => talk | 2026-11-27 10:00-11:00 | at room 4
meet at 12 Main Street fri 3pm => meet | 2026-11-27 15:00-16:00 | at 12 Main Street
room 4 fri 10am => room 4 | 2026-11-27 10:00-11:00
standup every day at 9:15 15m => standup | 2026-11-27 09:15-09:30 | RRULE:FREQ=DAILY
every weekday 9am standup => standup | 2026-11-27 09:00-10:00 | RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
every tuesday 9:00 1:1 with Ben 30m => 1:1 | 2026-12-01 09:00-09:30 | ben@x.example | RRULE:FREQ=WEEKLY;BYDAY=TU
planning every tuesday and thursday 9:30 => planning | 2026-12-01 09:30-10:30 | RRULE:FREQ=WEEKLY;BYDAY=TU,TH
team lunch on tuesdays 12:30 => team lunch | 2026-12-01 12:30-13:30 | RRULE:FREQ=WEEKLY;BYDAY=TU
planning every 2 weeks on monday at 10 => planning | 2026-11-30 10:00-11:00 | RRULE:FREQ=WEEKLY;INTERVAL=2
retro every other friday 3pm => retro | 2026-11-27 15:00-16:00 | RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR
board meeting monthly 11am => board meeting | 2026-11-26 11:00-12:00 | RRULE:FREQ=MONTHLY
daily sync 9:00 10 times => daily sync | 2026-11-27 09:00-10:00 | RRULE:FREQ=DAILY;COUNT=10
weekly report fri 16:00 => weekly report | 2026-11-27 16:00-17:00 | RRULE:FREQ=WEEKLY
call 10am EST tomorrow => call | 2026-11-27 10:00-11:00 America/New_York
sync 9am New York time fri => sync | 2026-11-27 09:00-10:00 America/New_York
sync 15:00 UTC fri => sync | 2026-11-27 15:00-16:00 UTC
call 3pm with Zoe => call with Zoe | 2026-11-26 15:00-16:00 | not understood: with Zoe
lunch with Ana tue 1pm => lunch | 2026-12-01 13:00-14:00 | which Ana: ana.silva@x.example costa@x.example
with april tomorrow 2pm => Meeting with April May | 2026-11-27 14:00-15:00 | april@x.example
"Monday blues" tue 1pm => Monday blues | 2026-12-01 13:00-14:00
buy milk => buy milk | 2026-11-26 11:00-12:00 | assumed time day
party 31 feb => party 31 feb | 2026-11-26 11:00-12:00 | assumed time day | not understood: 31 feb
meet 25:00 => meet 25:00 | 2026-11-26 11:00-12:00 | assumed time day | not understood: 25:00
may review => may review | 2026-11-26 11:00-12:00 | assumed time day
fri 1pm or sat 2pm picnic => or sat 2pm picnic | 2026-11-27 13:00-14:00 | not understood: sat 2pm
release 28/3/2027 2:30am => release | 2027-03-28 03:30-04:30 | The clocks go forward: there is no 2:30 AM on that day. It begins at 3:30 AM.
deploy 31/10/2027 at 02:30 2h => deploy | 2027-10-31 02:30-03:30 | The clocks go back: 2:30 AM comes twice on that day. The first is meant.
`)

/** By somebody in the United States. */
export const AMERICAN = lines(`
budget 3/4 => budget | 2027-03-04
3/4 at 10 plan => plan | 2027-03-04 10:00-11:00
`)

/** By somebody in Germany; English works too. */
export const GERMAN = lines(`
Mittag mit Ben Di 13 Uhr 45 Min => Mittag | 2026-12-01 13:00-13:45 | ben@x.example
Zahnarzt am 12. Mai 14 Uhr => Zahnarzt | 2027-05-12 14:00-15:00
Team morgen 9 Uhr => Team | 2026-11-27 09:00-10:00
Planung von 9 bis 11 Uhr am Freitag => Planung | 2026-11-27 09:00-11:00
Essen am 3.4. um 12:30 im Café Nord => Essen | 2027-04-03 12:30-13:30 | at Café Nord
Besprechung übermorgen halb 4 => Besprechung | 2026-11-28 15:30-16:30
Workshop Freitag 14 Uhr 2 Stunden => Workshop | 2026-11-27 14:00-16:00
jeden Dienstag 10 Uhr Runde => Runde | 2026-12-01 10:00-11:00 | RRULE:FREQ=WEEKLY;BYDAY=TU
lunch with Ben tue 1pm 45m => lunch | 2026-12-01 13:00-13:45 | ben@x.example
`)

export const JAPANESE = lines(`
火曜日 13時 ランチ => ランチ | 2026-12-01 13:00-14:00
明日13時 会議 45分 => 会議 | 2026-11-27 13:00-13:45
12月3日 10時30分 会議 => 会議 | 2026-12-03 10:30-11:30
明日 午後3時から4時 打ち合わせ => 打ち合わせ | 2026-11-27 15:00-16:00
毎週火曜日 10時 定例 => 定例 | 2026-12-01 10:00-11:00 | RRULE:FREQ=WEEKLY;BYDAY=TU
会議 今日 18:00 2時間 => 会議 | 2026-11-26 18:00-20:00
`)

export const ARABIC = lines(`
غداء يوم الثلاثاء الساعة 1 => غداء | 2026-12-01 13:00-14:00
اجتماع غدا الساعة 3 مساء => اجتماع | 2026-11-27 15:00-16:00
اجتماع 3 ديسمبر 10:00 => اجتماع | 2026-12-03 10:00-11:00
`)
