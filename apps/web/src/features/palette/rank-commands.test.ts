import { Circle } from 'lucide-react'
import { expect, test } from 'vitest'
import type { Command } from './command.ts'
import { rankCommands } from './rank-commands.ts'

const command = (id: string, group: Command['group'], keywords: string[] = []): Command => ({
  id,
  group,
  label: id,
  keywords,
  icon: Circle,
  run: () => {},
})
const COMMANDS = [
  command('Members', 'Go to', ['people', 'invite']),
  command('Availability', 'Go to', ['working hours']),
  command('Theme: dark', 'Settings', ['mode']),
  command('Zoë Ångström’s calendar', 'People', ['zoe@x.example']),
]
const fromText = { command: command('Create “dark”', 'Create'), isLikely: false }

function shown(query: string, options: Partial<Parameters<typeof rankCommands>[1]> = {}): string[] {
  const sections = rankCommands(COMMANDS, { query, recent: [], fromText: [], ...options })
  return sections.map(({ heading, commands }) => `${heading}: ${commands.map(({ id }) => id).join(', ')}`)
}

test('without a query what was used last comes first, once, and nobody is listed', () => {
  expect(shown('', { recent: ['Theme: dark', 'gone'] })).toEqual([
    'Recent: Theme: dark',
    'Go to: Members, Availability',
  ])
})

test.each([
  ['dark', 'Settings: Theme: dark'],
  ['zoe ang', 'People: Zoë Ångström’s calendar'],
  ['ANGSTROM', 'People: Zoë Ångström’s calendar'],
  ['invite', 'Go to: Members'],
  ['mbrs', 'Go to: Members'],
  ['working', 'Go to: Availability'],
])('“%s” finds %s', (query, first) => {
  expect(shown(query)[0]).toBe(first)
})

test('an event comes first where the text says a time, and last where it rather looks for something', () => {
  expect(shown('dark', { fromText: [fromText] })).toEqual(['Settings: Theme: dark', 'Create: Create “dark”'])
  expect(shown('dark', { fromText: [{ ...fromText, isLikely: true }] })[0]).toBe('Create: Create “dark”')
})

test('nothing that fits is nothing, and not everything', () => {
  expect(shown('xqzw')).toEqual([])
})
