import { lazy, Suspense } from 'react'
import type { FirstStep } from './use-first-steps.ts'

const FirstStepsCard = lazy(() => import('./first-steps-card.tsx'))

/** What somebody who is new does next. Its code comes only to them. */
export function FirstSteps({ steps }: { steps: FirstStep[] | undefined }) {
  return steps?.length ? (
    <Suspense fallback={null}>
      <FirstStepsCard steps={steps} />
    </Suspense>
  ) : null
}
