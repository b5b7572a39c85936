import type { ComponentType } from 'react'

/** What a sample has to know of where it stands: whatever it calls a landmark is there once in each theme. */
export interface SampleProps {
  theme: string
}

/** Components of `ui/`, by the names of their files, with all that they can look like. */
export interface Sample {
  files: readonly string[]
  Content: ComponentType<SampleProps>
}
