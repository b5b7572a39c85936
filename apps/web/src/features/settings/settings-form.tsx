import type { ReactNode } from 'react'
import { LeaveGuard } from '../../app/leave-guard.tsx'
import { describeProblem } from '../../lib/problem.ts'
import { Banner } from '../../ui/banner.tsx'
import { Card } from '../../ui/card.tsx'
import { SaveBar } from '../../ui/save-bar.tsx'

interface SettingsFormProps {
  title: string
  lead: string
  saveLabel: string
  isDirty: boolean
  isSaving: boolean
  /** Why saving failed, where no field can say it. */
  problem: unknown
  /** Asked before leaving: `These reminders have not been saved.` */
  unsavedText: string
  onSave: () => void
  onDiscard: () => void
  /** Called when somebody leaves without what they changed. */
  onAbandon?: () => void
  children: ReactNode
}

/** Settings that are saved together. Whatever goes wrong, what was typed stays; whoever leaves without saving is asked. */
export function SettingsForm({ title, lead, saveLabel, isDirty, isSaving, problem, ...rest }: SettingsFormProps) {
  return (
    <>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          rest.onSave()
        }}
        className="flex flex-col gap-4"
      >
        {problem !== null && problem !== undefined && (
          <Banner tone="error" title="Not saved">
            <p>{describeProblem(problem).message} What you changed is still here.</p>
          </Banner>
        )}
        <Card title={title} lead={lead}>
          {rest.children}
          <SaveBar
            isInCard
            label={saveLabel}
            isDirty={isDirty}
            isSaving={isSaving}
            onSave={rest.onSave}
            onDiscard={rest.onDiscard}
          />
        </Card>
      </form>
      <LeaveGuard isDirty={isDirty} onAbandon={rest.onAbandon}>
        {rest.unsavedText}
      </LeaveGuard>
    </>
  )
}
