import type { Scope } from '@astralis/core/events/event'
import { useId, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RadioList } from '../../ui/radio-list.tsx'
import { confirmText, SCOPE_LABELS, SCOPE_TITLES, type ScopedAction } from './scope-text.ts'

export interface ScopeDialogProps {
  action: ScopedAction
  scopes: readonly [Scope, ...Scope[]]
  /** What else should be known before answering. */
  note: string | undefined
  onAnswer: (scope: Scope) => void
  onClose: () => void
}

/** Asks how far the change of an occurrence goes. Closing it answers nothing. */
export default function ScopeDialog({ action, scopes, note, onAnswer, onClose }: ScopeDialogProps) {
  const formId = useId()
  const [scope, setScope] = useState(scopes[0])
  return (
    <Dialog title={SCOPE_TITLES[action]} firstFocus="input:checked" onClose={onClose}>
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault()
          // Portals bubble through the tree of React, where this form may be inside another one.
          event.stopPropagation()
          onAnswer(scope)
        }}
        className="flex flex-col gap-3"
      >
        <RadioList
          label="How far"
          value={scope}
          options={scopes.map((value) => ({ value, label: SCOPE_LABELS[value] }))}
          onChange={setScope}
        />
        {note && <p className="text-muted">{note}</p>}
      </form>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Go back</Button>
        <Button type="submit" form={formId} variant={action === 'delete' ? 'danger' : 'primary'}>
          {confirmText(action, scope)}
        </Button>
      </div>
    </Dialog>
  )
}
