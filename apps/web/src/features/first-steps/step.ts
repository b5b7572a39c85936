/** What each step is given. */
export interface StepProps {
  isDone: boolean
  /** Shows the next one that is open. */
  onSkip: () => void
}
