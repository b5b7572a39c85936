import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { HeirSelect } from './heir-select.tsx'
import type { Member } from './member.ts'
import { useDeactivate } from './use-member-actions.ts'

const CONSEQUENCES = [
  'They are signed out everywhere at once, and can not sign in.',
  'Their API tokens are revoked, and their linked calendars are unlinked.',
  'They are sent no more mail.',
  'What they did stays in the activity log, and they can be reactivated.',
]

interface DeactivateDialogProps {
  member: Member
  heirs: readonly Member[]
  onClose: () => void
}

/** Says what deactivating somebody does, and offers to hand their coming meetings over with it. */
export function DeactivateDialog({ member, heirs, onClose }: DeactivateDialogProps) {
  const [heir, setHeir] = useState<Member>()
  const deactivate = useDeactivate(member, onClose)
  return (
    <Dialog title={`Deactivate ${member.name}?`} firstFocus="[data-keep]" onClose={onClose}>
      <ul className="flex list-disc flex-col gap-1 ps-5 text-muted">
        {CONSEQUENCES.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {heirs.length > 0 && (
        <Field
          label="Their coming meetings"
          hint="Whoever takes them over becomes the organizer. They can also be handed over later."
        >
          {(control) => (
            <HeirSelect
              control={control}
              heirs={heirs}
              value={heir}
              noneLabel="Leave them as they are"
              onChange={setHeir}
            />
          )}
        </Field>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button data-keep onClick={onClose}>
          Keep the member
        </Button>
        <Button variant="danger" isBusy={deactivate.isPending} onClick={() => deactivate.mutate(heir)}>
          {heir ? 'Hand over and deactivate' : 'Deactivate'}
        </Button>
      </div>
    </Dialog>
  )
}
