import { useRef, useState } from 'react'
import { AnchoredPanel } from '../../ui/anchored-panel.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Popover } from '../../ui/popover.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { SampleRow } from './sample-row.tsx'

const WINDOWS = ['Dialog', 'Question', 'Sheet', 'Anchored panel'] as const
const TEXT = 'Everybody who takes part is told by mail. What they have answered stays.'

/** What lies above the page: it is drawn beside the page, and so takes the theme of the app. */
export function WindowSamples() {
  const [shown, setShown] = useState<(typeof WINDOWS)[number] | null>(null)
  const close = () => setShown(null)
  const anchor = useRef<HTMLButtonElement>(null)
  return (
    <SampleRow label="Open one; they take the theme of the app">
      {WINDOWS.map((name) => (
        <Button
          key={name}
          ref={name === 'Anchored panel' ? anchor : undefined}
          size="small"
          onClick={() => setShown(name)}
        >
          {name}
        </Button>
      ))}
      <Popover label="Sample of a popover" trigger={<Button size="small">Popover</Button>}>
        <p className="max-w-56">{TEXT}</p>
      </Popover>
      {shown === 'Anchored panel' && (
        <AnchoredPanel
          label="Sample of an anchored panel"
          anchor={anchor}
          side="bottom"
          firstFocus="button"
          onClose={close}
          returnFocus={() => anchor.current}
        >
          <p className="p-3 text-muted">{TEXT}</p>
          <div className="flex justify-end p-3 pt-0">
            <Button size="small" onClick={close}>
              Close
            </Button>
          </div>
        </AnchoredPanel>
      )}
      {shown === 'Dialog' && (
        <Dialog title="Move the meeting" onClose={close}>
          <p className="text-muted">{TEXT}</p>
        </Dialog>
      )}
      {shown === 'Question' && (
        <ConfirmDialog
          title="Cancel the meeting?"
          confirmLabel="Cancel the meeting"
          keepLabel="Keep it"
          onConfirm={close}
          onClose={close}
        >
          {TEXT}
        </ConfirmDialog>
      )}
      {shown === 'Sheet' && (
        <Sheet
          title="Design review with a title that needs a second line"
          badge={<Badge tone="success">Scheduled</Badge>}
          footer={<Button variant="primary">Save changes</Button>}
          onClose={close}
        >
          <p className="text-muted">{TEXT}</p>
        </Sheet>
      )}
    </SampleRow>
  )
}
