import { ACTIVITY_ENTITIES, type ActivityEntity } from '@astralis/core/activity/activity-entity'

/** What the address of the activity log says. */
export interface ActivitySearch {
  entity?: ActivityEntity | undefined
  /** The id of one thing, of which alone is told. */
  about?: string | undefined
  /** The id of a member: what they did. */
  person?: string | undefined
  /** `YYYY-MM-DD`; both days are included. */
  from?: string | undefined
  to?: string | undefined
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
const DATE = /^(19[7-9]\d|20\d\d|21[0-8]\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** Reads the address; what it says wrong is ignored. */
export function readActivitySearch(search: Record<string, unknown>): ActivitySearch {
  return {
    entity: ACTIVITY_ENTITIES.find((known) => known === search['entity']),
    about: matching(UUID, search['about']),
    person: matching(UUID, search['person']),
    from: matching(DATE, search['from']),
    to: matching(DATE, search['to']),
  }
}

function matching(pattern: RegExp, value: unknown): string | undefined {
  return typeof value === 'string' && pattern.test(value) ? value : undefined
}
