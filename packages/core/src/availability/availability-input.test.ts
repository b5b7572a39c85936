import { describe, expect, it } from 'vitest'
import { describeIssues } from '../wire/describe-issues.ts'
import { setAvailabilityInput, setOverrideInput } from './availability-input.ts'

const range = (dayOfWeek: number, startTime: string, endTime: string) => ({ dayOfWeek, startTime, endTime })

function problems(input: unknown): Record<string, string> {
  const { error } = setAvailabilityInput.safeParse(input)
  return error ? describeIssues(error) : {}
}

describe('D1: what a week may be', () => {
  it.each([
    ['several ranges a day that touch', [range(1, '09:00', '12:00'), range(1, '12:00', '17:00')]],
    ['until midnight', [range(1, '18:00', '24:00'), range(2, '00:00', '08:00')]],
    ['overnight, up to the next day’s first range', [range(7, '22:00', '06:00'), range(1, '06:00', '07:00')]],
    ['nothing', []],
  ])('%s', (_, rules) => {
    expect(problems({ rules })).toEqual({})
  })

  it.each([
    ['overlap', [range(1, '09:00', '12:00'), range(1, '11:59', '17:00')], 'rules.1.startTime', /^Overlaps/],
    ['overnight overlap', [range(1, '05:00', '07:00'), range(7, '22:00', '06:00')], 'rules.1.startTime', /^Overlaps/],
    ['the same twice', [range(3, '09:00', '17:00'), range(3, '09:00', '17:00')], 'rules.1.startTime', /^Overlaps/],
    ['no length', [range(1, '09:00', '09:00')], 'rules.0.endTime', /other than the start/],
    ['an eighth day', [range(8, '09:00', '17:00')], 'rules.0.dayOfWeek', /1 \(Monday\) to 7/],
    ['a time that is none', [range(1, '9:00', '17:00'), range(1, '9:00', '17:00')], 'rules.0.startTime', /^Expected/],
    ['a start at 24:00', [range(1, '24:00', '17:00')], 'rules.0.startTime', /^Expected/],
    ['too many', Array.from({ length: 101 }, () => range(1, '09:00', '10:00')), 'rules', /at most 100/],
  ])('refuses %s', (_, rules, field, message) => {
    expect(problems({ rules })[field]).toMatch(message)
  })

  it.each([
    [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ bufferBeforeMinutes: -1 }, 'bufferBeforeMinutes'],
    [{ bufferAfterMinutes: 241 }, 'bufferAfterMinutes'],
    [{ bufferAfterMinutes: 1.5 }, 'bufferAfterMinutes'],
    [{ overrides: [{ date: '2026-02-30', ranges: [] }] }, 'overrides.0.date'],
    [{ hours: [] }, 'hours'],
    [
      {
        overrides: [
          { date: '2026-02-03', ranges: [] },
          { date: '2026-02-03', ranges: [] },
        ],
      },
      'overrides.1.date',
    ],
  ])('names the field: %j', (input, field) => {
    expect(problems(input)).toHaveProperty([field])
  })
})

describe('D2: what a date may be', () => {
  it('has ranges that do not overlap', () => {
    const ranges = [
      { startTime: '22:00', endTime: '02:00' },
      { startTime: '23:00', endTime: '23:30' },
    ]
    const { error } = setOverrideInput.safeParse({ date: '2026-12-24', ranges })
    expect(error && describeIssues(error)).toEqual({ 'ranges.1.startTime': 'Overlaps with another range.' })
    expect(setOverrideInput.safeParse({ date: '2026-12-24', ranges: [] }).success).toBe(true)
  })
})
