import { useEffect, useRef } from 'react'

/** While one of these is open it has the keyboard. */
const OPEN_LAYERS = '[role="dialog"], [role="alertdialog"], [role="menu"]'
const TEXT_FIELDS = 'input, textarea, select, [contenteditable="true"]'

interface ShortcutOptions {
  /** How many layers are open where the keys count: none for those of a page, one for those of a panel. */
  layers?: 0 | 1
}

/**
 * Single keys by `event.key`, so the letter printed on the key of any keyboard, also while capitals are locked. None fires
 * while typing or composing a character, in a dialog, together with Ctrl, Alt or Cmd, or again while it is held.
 */
export function useShortcuts<Key extends string>(
  shortcuts: Record<Key, () => void>,
  { layers = 0 }: ShortcutOptions = {},
): void {
  const latest = useRef<Partial<Record<string, () => void>>>(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, target } = event
      const action = latest.current[event.shiftKey ? key : key.toLowerCase()]
      if (!action || event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.defaultPrevented) return
      if (event.isComposing || (target instanceof Element && target.closest(TEXT_FIELDS))) return
      if (document.querySelectorAll(OPEN_LAYERS).length !== layers) return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [layers])
}
