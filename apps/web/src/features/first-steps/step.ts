/** What each step is given. */
export interface StepProps {
  isDone: boolean
  /** Shows the next one that is open. */
  onSkip: () => void
  /** Keeps the step shown, although it is done, until it is called with false. */
  onHold: (isHeld: boolean) => void
}
