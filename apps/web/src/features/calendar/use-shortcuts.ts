import { useEffect, useRef } from 'react'

/** Key (`event.key`, so the letter printed on the key of any keyboard) to what it does. */
export type Shortcuts = Record<string, () => void>

/** While one of these is open it has the keyboard. */
const OPEN_LAYERS = '[role="dialog"], [role="alertdialog"], [role="menu"]'
const TEXT_FIELDS = 'input, textarea, select, [contenteditable="true"]'

/** Single keys of the page; none fires while typing, in a dialog, or together with Ctrl, Alt or Cmd. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const action = latest.current[event.key]
      if (!action || event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.defaultPrevented) return
      if (event.target instanceof Element && event.target.closest(TEXT_FIELDS)) return
      if (document.querySelector(OPEN_LAYERS)) return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
