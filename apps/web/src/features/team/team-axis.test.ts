import { Temporal } from '@astralis/core/temporal'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { axisOf, epochOf, HOUR, hourTicks, placeOn, stepAt } from './team-axis.ts'

const BERLIN = 'Europe/Berlin'
const dayOf = (date: string, timeZone = BERLIN) => {
  const day = Temporal.PlainDate.from(date)
  return axisOf({ first: day, last: day }, timeZone, 15)
}
const clock = (at: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainTime().toString().slice(0, 5)

describe('the axis', () => {
  test.each([
    ['2031-06-10', 24],
    ['2031-03-30', 23],
    ['2031-10-26', 25],
  ])('of %s has %i real hours', (date, hours) => {
    const axis = dayOf(date)
    expect((axis.to - axis.from) / HOUR).toBe(hours)
    expect(hourTicks(axis, BERLIN, 1)).toHaveLength(hours)
  })

  test('an hour that the wall shows twice is told apart, one that is skipped is missing', () => {
    const hoursOn = (date: string) =>
      hourTicks(dayOf(date), BERLIN, 1).map(({ hour, isRepeated }) => `${hour}${isRepeated ? '!' : ''}`)
    expect(hoursOn('2031-10-26').slice(0, 5)).toEqual(['0', '1', '2!', '2!', '3'])
    expect(hoursOn('2031-03-30').slice(0, 4)).toEqual(['0', '1', '3', '4'])
  })

  test('full hours are those of the wall, also half an hour apart, or where the clock moves by half an hour', () => {
    const zones = ['Asia/Kolkata', 'Asia/Kathmandu', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia']
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 365 }), (zone, days) => {
        const axis = dayOf(Temporal.PlainDate.from('2031-01-01').add({ days }).toString())
        for (const { at, hour } of hourTicks(axis, zone, 3)) {
          expect(clock(at, zone)).toBe(`${String(hour).padStart(2, '0')}:00`)
          expect(hour % 3).toBe(0)
        }
      }),
    )
  })

  test('a step is found where it is drawn, and nothing lies beside the axis', () => {
    const axis = dayOf('2031-10-26')
    const steps = (axis.to - axis.from) / axis.step
    fc.assert(
      fc.property(fc.nat(steps - 1), fc.double({ min: 0, max: 0.99, noNaN: true }), (step, within) => {
        const at = axis.from + step * axis.step
        const place = placeOn(axis, at, at + axis.step)
        expect(stepAt(axis, (place?.start ?? 0) + within / steps + 1e-9)).toBe(at)
      }),
    )
    expect([stepAt(axis, -1), stepAt(axis, 2)]).toEqual([axis.from, axis.to - axis.step])
  })

  test('what reaches over an end is cut, what is beside is not there', () => {
    const axis = dayOf('2031-06-10')
    expect(placeOn(axis, axis.from - HOUR, axis.from + 6 * HOUR)).toEqual({ start: 0, size: 0.25 })
    expect(placeOn(axis, axis.to - 12 * HOUR, axis.to + HOUR)).toEqual({ start: 0.5, size: 0.5 })
    expect(placeOn(axis, axis.to, axis.to + HOUR)).toBeNull()
    expect(placeOn(axis, epochOf('2031-06-09T00:00:00Z'), axis.from)).toBeNull()
  })
})
