import type { Database } from '@astralis/db/client'
import { findViolations, type Violation } from '@astralis/db/queries/find-violations'
import { enterSweep } from '@astralis/db/tenancy'

/** What the stored data breaks of the invariants; tests expect an empty list. */
export function violationsIn(db: Database): Promise<Violation[]> {
  return db.transaction(async (tx) => {
    await enterSweep(tx)
    return findViolations(tx)
  })
}
