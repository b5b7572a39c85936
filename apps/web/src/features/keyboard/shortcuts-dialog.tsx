import { useId } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { SHORTCUT_GROUPS } from './shortcut-list.ts'

/** Every key, by where it works. */
export default function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const id = useId()
  return (
    <Dialog title="Keyboard" onClose={onClose}>
      {SHORTCUT_GROUPS.map(({ label, shortcuts }) => (
        <section key={label} aria-labelledby={`${id}-${label}`} className="flex flex-col">
          <h3 id={`${id}-${label}`} className="pb-1 text-xs font-semibold text-muted">
            {label}
          </h3>
          <dl className="flex flex-col">
            {shortcuts.map(({ keys, action }) => (
              <div
                key={action}
                className="flex min-h-9 items-center justify-between gap-4 border-t border-line py-1.5 text-ink"
              >
                <dt>{action}</dt>
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
        </section>
      ))}
    </Dialog>
  )
}
