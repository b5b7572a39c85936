import './palette.css'
import { Command as Cmdk } from 'cmdk'
import { ArrowLeft, Search, X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useState } from 'react'
import { IconButton } from '../../ui/icon-button.tsx'
import { useReturnFocus } from '../../ui/use-return-focus.ts'
import type { Command } from './command.ts'
import { PaletteItem } from './palette-item.tsx'
import { usePaletteSections } from './use-palette-sections.ts'

/** Do or find anything by typing: a window at the top of a wide screen, the whole of a narrow one. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const giveFocusBack = useReturnFocus()
  const [query, setQuery] = useState('')
  const [isChoosingZone, setIsChoosingZone] = useState(false)
  const showZones = (isShown: boolean) => {
    setIsChoosingZone(isShown)
    setQuery('')
  }
  const { sections, remember } = usePaletteSections({ query, isChoosingZone, onZones: () => showZones(true) })
  const run = (command: Command) => {
    remember(command)
    if (!command.keepsOpen) onClose()
    command.run()
  }
  const label = isChoosingZone ? 'Search for a time zone' : 'Type a command, a person, a date or an event'
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 animate-fade-in bg-overlay" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={giveFocusBack}
          onEscapeKeyDown={(event) => {
            if (!isChoosingZone) return
            event.preventDefault()
            showZones(false)
          }}
          className="palette"
        >
          <Dialog.Title className="sr-only">{isChoosingZone ? 'Change time zone' : 'Palette'}</Dialog.Title>
          <Cmdk label={label} shouldFilter={false} loop vimBindings={false} className="flex min-h-0 flex-1 flex-col">
            <div className="flex items-center gap-2 border-b border-line px-3 py-2">
              {isChoosingZone ? (
                <IconButton icon={ArrowLeft} label="Back" onClick={() => showZones(false)} />
              ) : (
                <Search aria-hidden className="mx-1.5 size-[1.125rem] shrink-0 text-muted" />
              )}
              <Cmdk.Input
                autoFocus
                value={query}
                onValueChange={setQuery}
                placeholder={isChoosingZone ? 'Search for a city' : 'lunch with Ana tue 1pm, go to 12 May, dark…'}
                onKeyDown={(event) => {
                  if (isChoosingZone && event.key === 'Backspace' && query === '') showZones(false)
                }}
                className="h-10 min-w-0 flex-1 rounded-md text-ink placeholder:text-muted"
              />
              <Dialog.Close asChild>
                <IconButton icon={X} label="Close" />
              </Dialog.Close>
            </div>
            <Cmdk.List label="What to do" className="min-h-0 flex-1 overflow-y-auto p-2">
              <Cmdk.Empty>
                {isChoosingZone ? 'No zone has this name. Try the nearest large city.' : 'Nothing like that.'}
              </Cmdk.Empty>
              {sections.map(({ heading, commands }) => (
                <Cmdk.Group key={heading} heading={isChoosingZone ? 'Time zones' : heading}>
                  {commands.map((command) => (
                    <PaletteItem key={command.id} command={command} onSelect={() => run(command)} />
                  ))}
                </Cmdk.Group>
              ))}
            </Cmdk.List>
          </Cmdk>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
