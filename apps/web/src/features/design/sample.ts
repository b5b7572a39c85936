import type { ComponentType } from 'react'

/** Components of `ui/`, by the names of their files, with all that they can look like. */
export interface Sample {
  files: readonly string[]
  Content: ComponentType
}
