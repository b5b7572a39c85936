import type { LucideIcon } from 'lucide-react'

export const GROUPS = ['Recent', 'Create', 'Go to', 'People', 'Actions', 'Settings'] as const
export type Group = (typeof GROUPS)[number]

/** Something that the palette can do. */
export interface Command {
  /** Stays the same, so that it can be remembered. */
  id: string
  group: Exclude<Group, 'Recent'>
  label: string
  detail?: string | undefined
  /** What is searched besides the label. */
  keywords: string[]
  icon: LucideIcon
  /** The key that does the same. */
  shortcut?: string
  run: () => void
  /** It leads to more to choose from, so the palette stays. */
  keepsOpen?: true
}
