import type { Socket } from 'node:net'
import type { Strike } from './kill-proxy.ts'

/** A statement that a worker sends to PostgreSQL. */
export interface Step {
  text: RegExp
  /** Its values name what the kill is about: workers also have to do with what others have left behind. */
  isAbout: boolean
}

export const about = (text: RegExp): Step => ({ text, isAbout: true })
export const any = (text: RegExp): Step => ({ text, isAbout: false })

/** Of the transaction in which the statement of the step before it ran. */
export const COMMIT = any(/^commit/i)

/** True at the last of the steps, once the others have come in their order. */
export function strikeAfter(steps: readonly Step[], id: string, kill: () => unknown): Strike {
  let seen = 0
  let last: Socket | null = null
  return (statement, connection) => {
    const next = steps[seen]
    if (!next?.text.test(statement) || (next.isAbout && !statement.includes(id))) return false
    if (next === COMMIT && connection !== last) return false
    seen++
    last = connection
    if (seen < steps.length) return false
    void kill()
    return true
  }
}
