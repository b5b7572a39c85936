import { CalendarPlus, Pencil, Trash2 } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import type { Sample } from './sample.ts'
import { SampleRow } from './sample-row.tsx'
import { WindowSamples } from './window-samples.tsx'
import { ToastSamples } from './toast-samples.tsx'

const VARIANTS = ['primary', 'secondary', 'ghost', 'danger', 'danger-ghost'] as const
const SIZES = ['small', 'medium', 'large'] as const

function Buttons() {
  return (
    <>
      {VARIANTS.map((variant) => (
        <SampleRow key={variant} label={variant}>
          <Button variant={variant}>
            <CalendarPlus aria-hidden className="size-4" />
            Book
          </Button>
          <Button variant={variant} isBusy>
            Book
          </Button>
          <Button variant={variant} disabled>
            Book
          </Button>
        </SampleRow>
      ))}
      <SampleRow label="Sizes">
        {SIZES.map((size) => (
          <Button key={size} size={size}>
            {size}
          </Button>
        ))}
      </SampleRow>
    </>
  )
}

function IconButtons() {
  return (
    <SampleRow label="At rest, disabled">
      <IconButton icon={Pencil} label="Edit" />
      <IconButton icon={Trash2} label="Delete" disabled />
    </SampleRow>
  )
}

/** What is pressed, and what opens by it. */
export const ACTION_SAMPLES: readonly Sample[] = [
  { files: ['button'], Content: Buttons },
  { files: ['icon-button'], Content: IconButtons },
  {
    files: ['dialog', 'confirm-dialog', 'sheet', 'popover', 'popover-panel', 'anchored-panel'],
    Content: WindowSamples,
  },
  { files: ['toast', 'toaster'], Content: ToastSamples },
]
