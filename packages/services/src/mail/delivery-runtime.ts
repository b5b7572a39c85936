import type { Runtime } from '../context.ts'
import type { Channel } from '../ports.ts'

/** What delivering mail needs of the process it runs in. */
export interface DeliveryRuntime extends Runtime {
  channel: Channel
  /** Where people reach the product, without a slash at its end. */
  publicUrl: string
}
