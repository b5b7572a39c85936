import { signal } from '../lib/signal.ts'

/** What opens above any page. A quick add may begin with what was typed elsewhere. */
export type Layer = { kind: 'palette' } | { kind: 'help' } | { kind: 'quick-add'; text: string }

export const { send: openLayer, listen: onLayer } = signal<Layer>()
