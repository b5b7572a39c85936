import { queryClient } from '../../lib/query-client.ts'
import type { Inputs, Outputs } from '../../lib/trpc.ts'
import { LISTS } from '../events/event-cache.ts'

export type EventsInput = Inputs['events']['list']
type EventList = Outputs['events']['list']

interface KnownList {
  initialData: () => EventList
  initialDataUpdatedAt: number
}

/**
 * What is known of a list from a longer one of the same people, as the data to start from: a week needs no request after
 * its month. Undefined where there is none; what has been invalidated counts as none.
 */
export function findCovering(input: EventsInput): KnownList | undefined {
  const { from, to } = input
  const covering = queryClient
    .getQueriesData<EventList>(LISTS)
    .flatMap(([key, list]) => {
      const state = queryClient.getQueryState(key)
      const asked = inputIn(key)
      if (!list || !state || state.isInvalidated || !asked || !covers(asked, input)) return []
      return { list, dataUpdatedAt: state.dataUpdatedAt }
    })
    .toSorted((a, b) => b.dataUpdatedAt - a.dataUpdatedAt)[0]
  return (
    covering && {
      initialData: () => ({
        events: covering.list.events.filter(({ startsAt, endsAt }) => startsAt < to && endsAt > from),
      }),
      initialDataUpdatedAt: covering.dataUpdatedAt,
    }
  )
}

type Asked = Pick<EventsInput, 'from' | 'to'>

/** What a list was asked for, as tRPC has it in its key. */
function inputIn([, asked]: readonly unknown[]): Asked | undefined {
  const input = typeof asked === 'object' && asked && 'input' in asked ? asked.input : undefined
  if (typeof input !== 'object' || !input || !('from' in input) || !('to' in input)) return undefined
  const { from, to } = input
  return typeof from === 'string' && typeof to === 'string' ? { ...input, from, to } : undefined
}

/** Whether the longer time holds the shorter (instants of whole seconds in UTC are in order as text), all else equal. */
function covers(longer: Asked, shorter: Asked): boolean {
  const rest = (asked: Asked) => JSON.stringify({ ...asked, from: '', to: '' })
  return longer.from <= shorter.from && longer.to >= shorter.to && rest(longer) === rest(shorter)
}
