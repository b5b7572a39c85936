import { nextFirstStep, type FirstStepName } from '@astralis/core/people/first-steps'
import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { TOUCH, useMediaQuery } from '../../lib/use-media-query.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { CalendarStep } from './calendar-step.tsx'
import { ColleaguesStep } from './colleagues-step.tsx'
import { endQuietly, hideFirstSteps, useEndFirstSteps } from './end-first-steps.ts'
import { HoursStep } from './hours-step.tsx'
import { MeetingStep } from './meeting-step.tsx'
import { StepFrame } from './step-frame.tsx'
import { StepList } from './step-list.tsx'
import type { FirstStep } from './use-first-steps.ts'

const STEPS = { HOURS: HoursStep, CALENDAR: CalendarStep, COLLEAGUES: ColleaguesStep, MEETING: MeetingStep }

/** From signing up to the first meeting: what is done, and the next step ready to be taken. */
export default function FirstStepsCard({ steps }: { steps: FirstStep[] }) {
  const isTouch = useMediaQuery(TOUCH)
  const next = nextFirstStep(steps)
  const [chosen, setChosen] = useState<FirstStepName | null>(null)
  const shown = chosen ?? next
  const done = steps.filter(({ isDone }) => isDone).length
  const end = useEndFirstSteps()
  const panel = useRef<HTMLDivElement>(null)
  const before = useRef(done)
  const [isHeld, setIsHeld] = useState(false)
  useEffect(() => {
    if (isHeld || done === before.current) return
    before.current = done
    setChosen(null)
    // What was pressed went with its step, and the focus with it.
    if (document.activeElement === document.body) panel.current?.focus()
  }, [done, isHeld])
  useEffect(() => {
    if (next === null) endQuietly()
  }, [next])
  const skip = () => {
    const open = steps.filter(({ name, isDone }) => !isDone && name !== shown)
    const later = steps.slice(steps.findIndex(({ name }) => name === shown) + 1)
    setChosen((later.find((step) => open.includes(step)) ?? open[0])?.name ?? null)
    panel.current?.focus()
  }
  const hold = (isHeld: boolean) => {
    setIsHeld(isHeld)
    setChosen(shown)
  }
  const Step = shown && STEPS[shown]
  return (
    <section aria-label="First steps" className="flex flex-col gap-3 border-b border-line bg-surface px-3 py-3 lg:px-4">
      <header className="flex items-center gap-3">
        <h2 className="text-[0.9375rem] leading-6 font-semibold text-heading">First steps</h2>
        <p role="status" className="text-[0.8125rem] text-muted">
          {done} of {steps.length} done
        </p>
        <div aria-hidden className="h-1.5 max-w-48 min-w-8 flex-1 overflow-hidden rounded-full bg-line">
          <div
            className="h-full rounded-full bg-success transition-[width]"
            style={{ width: `${(done / steps.length) * 100}%` }}
          />
        </div>
        <IconButton
          icon={X}
          label="Put the first steps away"
          onClick={() => (next === null ? hideFirstSteps() : end.mutate())}
          className="ms-auto size-8"
        />
      </header>
      <StepList steps={steps} shown={shown} onChoose={setChosen} />
      <div ref={panel} tabIndex={-1} className="outline-none">
        {Step ? (
          <Step
            key={shown}
            isDone={steps.some(({ name, isDone }) => name === shown && isDone)}
            onSkip={skip}
            onHold={hold}
          />
        ) : (
          <StepFrame
            title="You are all set"
            actions={
              <Button variant="primary" onClick={hideFirstSteps}>
                Close
              </Button>
            }
          >
            {isTouch
              ? 'Your first meeting is booked. Rest a finger on it to carry it elsewhere.'
              : 'Your first meeting is booked. Drag it to move it; press ? on this page for all keys.'}
          </StepFrame>
        )}
      </div>
    </section>
  )
}
