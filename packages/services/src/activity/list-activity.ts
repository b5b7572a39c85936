import type { ListActivityInput } from '@astralis/core/activity/activity-input'
import type { LogPage } from '@astralis/core/activity/log-entry'
import type { ServiceContext } from '../context.ts'
import { readLog } from './read-log.ts'

const PAGE = 100

/** The activity log, newest first, 100 entries at a time (B7). Throws NOT_FOUND where `before` is no entry. */
export async function listActivity(ctx: ServiceContext, input: ListActivityInput): Promise<LogPage> {
  return readLog(ctx, input, PAGE)
}
