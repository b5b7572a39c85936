import assert from 'node:assert/strict'
import { asOwner } from '@astralis/db/testing/clone-database'
import { createDatabase } from '@astralis/db/client'
import { violationsIn } from '@astralis/services/testing/violations'

/** Throws when the stored data breaks a rule that must always hold. */
export async function checkInvariants(databaseUrl: string): Promise<void> {
  // Without statistics of rows that are minutes old, the planner compares everybody with everybody.
  await asOwner(databaseUrl, 'analyze')
  const { db, close } = createDatabase(databaseUrl, { role: 'owner', max: 1 })
  try {
    assert.deepEqual(await violationsIn(db), [], 'The stored events break invariants.')
  } finally {
    await close()
  }
}
