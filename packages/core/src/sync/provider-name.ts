import type { EventSource } from '../events/event.ts'

/** Who keeps linked calendars (A7). APPLE stands for every CalDAV server. */
export const PROVIDERS = ['GOOGLE', 'MICROSOFT', 'APPLE'] as const
export type ProviderName = (typeof PROVIDERS)[number]

/** Those that can be linked today. */
export const LINKABLE_PROVIDERS = ['GOOGLE'] as const satisfies ProviderName[]
export type LinkableProvider = (typeof LINKABLE_PROVIDERS)[number]

/** The source of what is imported from each. */
export const SOURCE_OF: Record<ProviderName, EventSource> = {
  GOOGLE: 'google',
  MICROSOFT: 'microsoft',
  APPLE: 'apple',
}

export function isLinkable(name: ProviderName): name is LinkableProvider {
  return LINKABLE_PROVIDERS.some((one) => one === name)
}
