import { Button } from '../../ui/button.tsx'
import { notify, notifyProblem, notifyWarning, notifyWithAction, notifyWithUndo } from '../../ui/toast.tsx'
import { SampleRow } from './sample-row.tsx'

const TEXT = 'Thursday, 14:00 to 14:45'
const TOASTS = {
  Done: () => notify('“Design review” created', TEXT),
  'Not quite': () => notifyWarning('“Design review” overlaps', TEXT),
  Failed: () => notifyProblem('“Design review” was not saved', 'The server could not be reached.'),
  'What next': () => notifyWithAction('The log was written', { label: 'Open', onClick: () => {} }),
  Undo: () => notifyWithUndo('“Design review” moved', () => {}, TEXT),
}

export function ToastSamples() {
  return (
    <SampleRow label="Open one; they take the theme of the app">
      {Object.entries(TOASTS).map(([name, show]) => (
        <Button key={name} size="small" onClick={show}>
          {name}
        </Button>
      ))}
    </SampleRow>
  )
}
