import { useMemo, useState } from 'react'
import { now } from '../../lib/clock.ts'
import { describeProblem } from '../../lib/problem.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { useUser } from '../auth/use-user.ts'
import { ConflictWarning } from '../events/conflict-warning.tsx'
import { problemsOf } from '../events/event-form-resolver.ts'
import { atTime, type EventFormValues } from '../events/event-form-values.ts'
import { OtherTimes, type OtherTime } from '../events/other-times.tsx'
import { useActiveMembers } from '../events/use-active-members.ts'
import { useConflicts } from '../events/use-conflicts.ts'
import { useOpenForm } from '../events/use-open-form.ts'
import { useSaveEvent } from '../events/use-save-event.ts'
import { fold } from './find-people.ts'
import { NameChoices } from './name-choices.tsx'
import { quickAddValues } from './quick-add-values.ts'
import { QuickAddPreview } from './quick-add-preview.tsx'
import { understand } from './understand.ts'
import { useDateReaders } from './use-date-readers.ts'

interface QuickAddDialogProps {
  /** What was typed elsewhere. */
  text: string
  onClose: () => void
}

/** An event in a sentence. What was understood is shown, and nothing else is saved. */
export default function QuickAddDialog({ text: typed, onClose }: QuickAddDialogProps) {
  const user = useUser()
  const openForm = useOpenForm()
  const readers = useDateReaders()
  const members = useActiveMembers()
  const [text, setText] = useState(typed)
  const [chosen, setChosen] = useState<Partial<Record<string, string>>>({})
  const [problem, setProblem] = useState<string>()
  const [openedAt] = useState(() => now().toZonedDateTimeISO(user.timeZone))
  const meant = useMemo(
    () => understand(text, { now: openedAt, readers, members, chosen }),
    [text, openedAt, readers, members, chosen],
  )
  const values = quickAddValues(meant, user)
  const isSaid = text.trim() !== ''
  const check = useConflicts(isSaid ? values : { ...values, participants: [] }, null)
  const save = useSaveEvent({ onSaved: onClose, onError: (error) => setProblem(describeProblem(error).message) })

  const submit = () => {
    const [choice] = meant.choices
    if (choice) return setProblem(`Choose which ${choice.said} you mean.`)
    const [first] = Object.values(problemsOf(values))
    if (!meant.title) return setProblem('Say what it is about.')
    if (first) return setProblem(first)
    save.mutate({ edit: null, values })
  }
  const goOn = (filled: EventFormValues) => {
    onClose()
    openForm(filled)
  }
  // The sentence says another time: the form takes over from it.
  const moveTo = (time: OtherTime) => goOn(atTime(values, time))
  return (
    <Dialog title="Quick add" firstFocus="input" keepsOpen={isSaid} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
        className="flex flex-col gap-4"
      >
        <Field label="What, when and with whom" error={problem}>
          {(control) => (
            <Input
              {...control}
              value={text}
              onChange={(event) => {
                setText(event.currentTarget.value)
                setProblem(undefined)
              }}
              autoComplete="off"
              enterKeyHint="done"
              placeholder="lunch with Ana tue 1pm 45m"
            />
          )}
        </Field>
        {isSaid && (
          <>
            <QuickAddPreview meant={meant} values={values} />
            <NameChoices
              choices={meant.choices}
              onChoose={(said, email) => {
                setChosen({ ...chosen, [fold(said)]: email })
                setProblem(undefined)
              }}
            />
            <ConflictWarning
              check={check}
              isOccurrence={false}
              people={[...values.participants, ...members]}
              ownEmail={user.email}
              timeZone={user.timeZone}
              otherTimes={<OtherTimes values={values} timeZone={user.timeZone} onChoose={moveTo} />}
            />
          </>
        )}
        {save.isError && (
          <Banner tone="error" title="Not saved">
            <p>What you typed is still here.</p>
          </Banner>
        )}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" isBusy={save.isPending} disabled={!isSaid}>
            {check.conflicts.length > 0 ? 'Save as a conflict' : 'Save'}
          </Button>
          <Button onClick={() => goOn(values)}>More options</Button>
        </div>
      </form>
    </Dialog>
  )
}
