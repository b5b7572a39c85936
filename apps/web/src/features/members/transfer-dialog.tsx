import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { HeirSelect } from './heir-select.tsx'
import type { Member } from './member.ts'
import { useTransfer } from './use-member-actions.ts'

interface TransferDialogProps {
  member: Member
  heirs: readonly Member[]
  onClose: () => void
}

/** Hands somebody's coming meetings to a colleague. */
export function TransferDialog({ member, heirs, onClose }: TransferDialogProps) {
  const [heir, setHeir] = useState<Member>()
  const [problem, setProblem] = useState<string>()
  const transfer = useTransfer(member, onClose)
  return (
    <Dialog title={`Hand over the meetings of ${member.name}`} firstFocus="select" onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (transfer.isPending) return
          if (heir) transfer.mutate(heir)
          else setProblem('Choose who takes them over.')
        }}
        className="flex flex-col gap-4"
      >
        <p className="text-muted">
          All coming meetings that {member.name} organizes get another organizer. {member.name}{' '}
          {member.isActive ? 'stays in them as a participant' : 'leaves them'}, and everybody in them is told by mail.
          Meetings that others organize stay as they are.
        </p>
        <Field label="New organizer" error={problem}>
          {(control) => (
            <HeirSelect
              control={control}
              heirs={heirs}
              value={heir}
              noneLabel="Choose somebody"
              onChange={(chosen) => {
                setHeir(chosen)
                setProblem(undefined)
              }}
            />
          )}
        </Field>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Keep them</Button>
          <Button type="submit" variant="primary" isBusy={transfer.isPending}>
            Hand over
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
