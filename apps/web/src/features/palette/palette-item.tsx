import { Command as Cmdk } from 'cmdk'
import type { Command } from './command.ts'

/** A line of the palette. */
export function PaletteItem({ command, onSelect }: { command: Command; onSelect: () => void }) {
  const { id, label, detail, shortcut, icon: Icon } = command
  return (
    <Cmdk.Item
      value={id}
      onSelect={onSelect}
      className="flex min-h-10 cursor-pointer items-center gap-2.5 rounded-md px-2.5 py-1.5 text-ink"
    >
      <Icon aria-hidden className="size-4 shrink-0 text-muted" />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate">{label}</span>
        {detail && <span className="truncate text-xs text-muted">{detail}</span>}
      </span>
      {shortcut && (
        <kbd className="inline-flex h-5 min-w-5 shrink-0 items-center justify-center rounded-sm border border-line-strong bg-sunken px-1 font-sans text-xs text-ink max-sm:hidden">
          {shortcut}
        </kbd>
      )}
    </Cmdk.Item>
  )
}
