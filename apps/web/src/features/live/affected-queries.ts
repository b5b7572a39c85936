import type { Topic } from '@astralis/core/live/topic'
import type { Query } from '@tanstack/react-query'

/** A procedure, or an area of them, as tRPC begins the keys of its answers. */
type Path = readonly [area: string, verb?: string]

/** Which answers show something of a topic. */
const SHOWN_BY: Record<Topic, readonly Path[]> = {
  events: [['events'], ['scheduling'], ['reminders', 'list'], ['mails', 'list']],
  availability: [['availability'], ['scheduling']],
  members: [['members'], ['scheduling', 'team']],
  connections: [['connections']],
  mails: [['mails'], ['reminders', 'list']],
  account: [['account'], ['sessions'], ['tokens'], ['reminders', 'settings']],
}

/** Whatever is changed is in the log, too, and may be one of a newcomer's first steps. */
const SHOWN_ALWAYS: readonly Path[] = [
  ['activity', 'list'],
  ['account', 'firstSteps'],
]

/** Whether a question has another answer now that something of `topics` has changed. */
export function affectedBy(topics: readonly Topic[]): (query: Query) => boolean {
  const paths = [...topics.flatMap((topic) => SHOWN_BY[topic]), ...SHOWN_ALWAYS]
  return ({ queryKey: [path], state }) =>
    Array.isArray(path) &&
    paths.some((shown) => shown.every((part, nth) => path[nth] === part)) &&
    !isBetterLeft(state.data)
}

/** Of a log, somebody reads an older page; or a model has ranked times, and would be paid for doing it again unasked. */
function isBetterLeft(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false
  const isTurned = 'pages' in data && Array.isArray(data.pages) && data.pages.length > 1
  return isTurned || ('rankedBy' in data && data.rankedBy === 'model')
}
