import { Dialog } from '../../ui/dialog.tsx'

const SHORTCUTS = [
  { keys: ['c'], action: 'Create an event' },
  { keys: ['t'], action: 'Go to today' },
  { keys: ['j'], action: 'Next day, week or month' },
  { keys: ['k'], action: 'Previous day, week or month' },
  { keys: ['d'], action: 'Day view' },
  { keys: ['w'], action: 'Week view' },
  { keys: ['m'], action: 'Month view' },
  { keys: ['/'], action: 'Search' },
  { keys: ['Tab', 'Enter'], action: 'Reach an event and open it' },
  { keys: ['Esc'], action: 'Close a panel, or stop dragging' },
  { keys: ['?'], action: 'Show these keys' },
]

export default function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keyboard" onClose={onClose}>
      <dl className="flex flex-col">
        {SHORTCUTS.map(({ keys, action }) => (
          <div
            key={action}
            className="flex min-h-9 items-center justify-between gap-4 border-t border-line first:border-t-0"
          >
            <dt className="text-ink">{action}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <kbd
                  key={key}
                  className="inline-flex h-6 min-w-6 items-center justify-center rounded-sm border border-line-strong bg-sunken px-1.5 font-sans text-xs font-medium text-ink"
                >
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
