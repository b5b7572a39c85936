import { defaultFilter } from 'cmdk'
import { fold } from '../quick-add/find-people.ts'
import { GROUPS, type Command, type Group } from './command.ts'

export interface Section {
  heading: Group
  commands: Command[]
}

interface Ranking {
  /** What was typed. */
  query: string
  /** Ids of what was used last, the latest first. */
  recent: readonly string[]
  /** What comes of the text itself, such as an event or a date; shown whatever the ranking says. */
  fromText: { command: Command; isLikely: boolean }[]
}

const MAX_RECENT = 4
const MAX_IN_GROUP = 6
/** Of letters that are merely somewhere in the label, in order, nobody sees why it is there. */
const LEAST = 0.02

/**
 * What the palette shows, best first. Without a query what was used last, then everything but people; with one what matches
 * loosely, whatever its accents, the group of the best match first.
 */
export function rankCommands(commands: readonly Command[], { query, recent, fromText }: Ranking): Section[] {
  if (query.trim() === '') return withRecent(commands, recent)
  const scored = commands
    .map((command) => ({ command, score: scoreOf(command, query) }))
    .filter(({ score }) => score >= LEAST)
    .toSorted((a, b) => b.score - a.score)
  const groups = [...new Set(scored.map(({ command }) => command.group))]
  const found = groups.map((heading) => ({
    heading,
    commands: scored
      .filter(({ command }) => command.group === heading)
      .map(({ command }) => command)
      .slice(0, MAX_IN_GROUP),
  }))
  const likely = sectionsOf(fromText.filter(({ isLikely }) => isLikely))
  const unlikely = sectionsOf(fromText.filter(({ isLikely }) => !isLikely))
  return merge([...likely, ...found, ...unlikely])
}

function withRecent(commands: readonly Command[], recent: readonly string[]): Section[] {
  const used = recent.flatMap((id) => commands.find((command) => command.id === id) ?? []).slice(0, MAX_RECENT)
  const rest = commands.filter((command) => command.group !== 'People' && !used.includes(command))
  const sections = GROUPS.map((heading) => ({ heading, commands: rest.filter(({ group }) => group === heading) }))
  return [{ heading: 'Recent' as const, commands: used }, ...sections].filter(({ commands }) => commands.length > 0)
}

function scoreOf({ label, keywords }: Command, query: string): number {
  return defaultFilter?.(fold(label), fold(query.trim()), keywords.map(fold)) ?? 0
}

function sectionsOf(entries: Ranking['fromText']): Section[] {
  return entries.map(({ command }) => ({ heading: command.group, commands: [command] }))
}

/** Each heading once, where it comes first. */
function merge(sections: readonly Section[]): Section[] {
  const headings = [...new Set(sections.map(({ heading }) => heading))]
  return headings.map((heading) => ({
    heading,
    commands: sections.filter((section) => section.heading === heading).flatMap(({ commands }) => commands),
  }))
}
