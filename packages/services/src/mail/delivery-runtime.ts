import type { TokenSeal } from '../connections/token-seal.ts'
import type { Runtime } from '../context.ts'
import type { Channel } from '../ports.ts'

/** What delivering mail needs of the process it runs in. */
export interface DeliveryRuntime extends Runtime {
  channel: Channel
  /** Where people reach the product, without a slash at its end. */
  publicUrl: string
  /** Opens the links of invitations to join, which wait sealed. */
  seal: TokenSeal
}
