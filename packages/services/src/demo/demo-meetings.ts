import type { Answer } from '@astralis/core/events/event'
import type { DemoMember } from './demo-team.ts'

type Key = DemoMember['key']

export interface DemoMeeting {
  title: string
  organizer: Key
  /** Days of the fortnight, 0 is its first Monday. */
  days: number[]
  /** A rule by which it repeats from its day on (RFC 5545). */
  recurrence?: string
  /** Wall-clock time in Berlin; absent for all day. */
  at?: string
  minutes?: number
  with?: Key[]
  optional?: Key[]
  guest?: { email: string; name: string }
  answers?: { key: Key; status: Answer }[]
  location?: string
  meetingLink?: string
  description?: string
  isFree?: boolean
  isConfirmed?: boolean
}

const EVERYONE: Key[] = ['jonas', 'amara', 'kiran', 'lena']
const ROOM = 'https://meet.harborpine.example'

/** A fortnight as a small studio lives it, with one double booking to look at. */
export const DEMO_MEETINGS: DemoMeeting[] = [
  {
    title: 'Stand-up',
    organizer: 'ines',
    days: [0],
    recurrence: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=30',
    at: '15:00',
    minutes: 15,
    with: ['jonas', 'amara', 'kiran'],
    answers: [
      { key: 'jonas', status: 'accepted' },
      { key: 'amara', status: 'accepted' },
      { key: 'kiran', status: 'accepted' },
    ],
    meetingLink: `${ROOM}/stand-up`,
  },
  {
    title: 'Sprint planning',
    organizer: 'ines',
    days: [0],
    at: '15:30',
    minutes: 60,
    with: ['jonas', 'amara', 'kiran'],
    optional: ['lena'],
    answers: [
      { key: 'jonas', status: 'accepted' },
      { key: 'amara', status: 'accepted' },
    ],
    description: 'Goals for the fortnight, then estimates.\nBring the two open questions about onboarding.',
    meetingLink: `${ROOM}/planning`,
  },
  {
    title: 'Design review: booking flow',
    organizer: 'jonas',
    days: [1, 8],
    at: '10:00',
    minutes: 45,
    with: ['ines', 'kiran'],
    answers: [
      { key: 'ines', status: 'accepted' },
      { key: 'kiran', status: 'tentative' },
    ],
    location: 'Studio 2',
  },
  { title: 'Focus time', organizer: 'ines', days: [1, 3, 8, 10], at: '13:30', minutes: 90 },
  { title: 'Focus time', organizer: 'jonas', days: [0, 2, 7, 9], at: '08:30', minutes: 120 },
  {
    title: 'Ines / Jonas',
    organizer: 'ines',
    days: [2, 9],
    at: '11:00',
    minutes: 30,
    with: ['jonas'],
    answers: [{ key: 'jonas', status: 'accepted' }],
  },
  {
    title: 'Ines / Amara',
    organizer: 'ines',
    days: [3, 10],
    at: '16:00',
    minutes: 30,
    with: ['amara'],
    answers: [{ key: 'amara', status: 'accepted' }],
    meetingLink: `${ROOM}/ines`,
  },
  {
    title: 'Customer call: Brightwater Clinics',
    organizer: 'amara',
    days: [2],
    at: '16:30',
    minutes: 60,
    with: ['ines'],
    guest: { email: 'scheduling@brightwater.example', name: 'Brightwater Clinics' },
    answers: [{ key: 'ines', status: 'accepted' }],
    isConfirmed: true,
    meetingLink: `${ROOM}/brightwater`,
  },
  {
    title: 'Interview: product designer',
    organizer: 'jonas',
    days: [3, 10],
    at: '11:00',
    minutes: 60,
    with: ['ines'],
    guest: { email: 'candidate@mail.example', name: 'Candidate' },
    answers: [{ key: 'ines', status: 'accepted' }],
    location: 'Studio 1',
  },
  {
    title: 'Budget walkthrough',
    organizer: 'lena',
    days: [3, 10],
    at: '11:30',
    minutes: 45,
    with: ['ines'],
    description: 'Overlaps the interview: kept as a conflict until one of them moves.',
  },
  {
    title: 'Release check',
    organizer: 'kiran',
    days: [4, 11],
    at: '12:30',
    minutes: 30,
    with: ['ines', 'jonas'],
    answers: [
      { key: 'ines', status: 'accepted' },
      { key: 'jonas', status: 'declined' },
    ],
    meetingLink: `${ROOM}/release`,
  },
  {
    title: 'Retrospective',
    organizer: 'ines',
    days: [11],
    at: '15:30',
    minutes: 60,
    with: EVERYONE,
    answers: [
      { key: 'amara', status: 'accepted' },
      { key: 'lena', status: 'tentative' },
    ],
    meetingLink: `${ROOM}/retro`,
  },
  {
    title: 'Quarterly planning',
    organizer: 'ines',
    days: [9],
    at: '15:30',
    minutes: 120,
    with: ['jonas', 'amara', 'kiran'],
    answers: [{ key: 'jonas', status: 'accepted' }],
    location: 'Studio 1 and online',
    meetingLink: `${ROOM}/planning`,
  },
  { title: 'Dentist', organizer: 'jonas', days: [10], at: '09:00', minutes: 60 },
  {
    title: 'Accessibility workshop',
    organizer: 'amara',
    days: [8],
    at: '16:30',
    minutes: 90,
    with: ['kiran', 'lena'],
    answers: [
      { key: 'kiran', status: 'accepted' },
      { key: 'lena', status: 'accepted' },
    ],
  },
  { title: 'Release week', organizer: 'kiran', days: [7], isFree: true },
  { title: 'Amara out of office', organizer: 'amara', days: [4] },
]
