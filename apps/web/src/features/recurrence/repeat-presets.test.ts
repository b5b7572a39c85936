import { formatRule } from '@astralis/core/recurrence/recurrence-rule'
import { parseWall } from '@astralis/core/recurrence/wall-time'
import { expect, test } from 'vitest'
import { findPreset, presetsFrom } from './repeat-presets.ts'
import { readLines } from './rule-lines.ts'

const presetsOn = (date: string) => presetsFrom(parseWall(`${date}T10:00:00`))
const valuesOn = (date: string) => presetsOn(date).map(({ value }) => value)

test('B5: the usual rules are said of the day of the start', () => {
  expect(presetsOn('2026-03-10').map(({ value, label }) => [label.replace('March 10', '10 March'), value])).toEqual([
    ['Every day', 'FREQ=DAILY'],
    ['Every weekday', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
    ['Every week on Tuesday', 'FREQ=WEEKLY;BYDAY=TU'],
    ['Every month on day 10', 'FREQ=MONTHLY;BYMONTHDAY=10'],
    ['Every month on the second Tuesday', 'FREQ=MONTHLY;BYDAY=2TU'],
    ['Every year on 10 March', 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=10'],
  ])
})

test('B5: the last weekday of a month is offered as such, and a fifth one only so', () => {
  expect(valuesOn('2026-03-24').slice(3, -1)).toEqual(['FREQ=MONTHLY;BYMONTHDAY=24', 'FREQ=MONTHLY;BYDAY=4TU'])
  expect(valuesOn('2026-02-24').slice(4, -1)).toEqual(['FREQ=MONTHLY;BYDAY=4TU', 'FREQ=MONTHLY;BYDAY=-1TU'])
  expect(valuesOn('2026-03-31').slice(4, -1)).toEqual(['FREQ=MONTHLY;BYDAY=-1TU'])
})

test('B5: a rule is known by what it says, not by how it is written', () => {
  const start = { wall: parseWall('2026-03-10T10:00:00'), timeZone: 'Europe/Berlin' }
  const find = (lines: string) => {
    const { rule } = readLines(lines, start)
    const preset = rule && findPreset(presetsFrom(start.wall), rule, start.wall)
    return preset && formatRule(preset.rule)
  }
  expect(find('FREQ=WEEKLY;WKST=SU')).toBe('FREQ=WEEKLY;BYDAY=TU')
  expect(find('FREQ=DAILY;BYDAY=FR,MO,TU,WE,TH')).toBe('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR')
  expect(find('FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2')).toBe('FREQ=MONTHLY;BYDAY=2TU')
  expect(find('FREQ=WEEKLY;BYDAY=WE')).toBeUndefined()
  expect(find('FREQ=WEEKLY;COUNT=3')).toBeUndefined()
  expect(find('FREQ=WEEKLY;INTERVAL=2')).toBeUndefined()
})
