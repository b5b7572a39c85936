import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useOpenForm } from '../features/events/use-open-form.ts'
import type { GlobalKey } from '../features/keyboard/shortcut-list.ts'
import { useShortcuts } from '../lib/use-shortcuts.ts'
import { takeBack } from '../ui/toast.tsx'
import { onLayer, openLayer, type Layer } from './layers.ts'

/** Comes when it is asked for: the first load is without it. */
const GlobalLayer = lazy(() => import('./global-layer.tsx'))

/** The keys that work on every page behind the sign-in, and what they open. */
export function GlobalKeys() {
  const navigate = useNavigate()
  const openForm = useOpenForm()
  const [layer, setLayer] = useState<Layer | null>(null)
  useEffect(() => onLayer(setLayer), [])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isPalette = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key === 'k'
      if (!isPalette || event.repeat) return
      // Also where there is nothing to open, or the browser would go to its address bar.
      event.preventDefault()
      if (!document.querySelector('[role="dialog"], [role="alertdialog"]')) openLayer({ kind: 'palette' })
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  useShortcuts<GlobalKey>({
    c: () => openForm(null),
    q: () => openLayer({ kind: 'quick-add', text: '' }),
    '/': () => {
      // On its own page the key leads to the field.
      const field = document.querySelector<HTMLInputElement>('[role="search"] input')
      if (field) field.focus()
      else void navigate({ to: '/search' })
    },
    z: takeBack,
    '?': () => openLayer({ kind: 'help' }),
  })
  if (!layer) return null
  return (
    // A dialog already, so that the letters typed meanwhile are not taken for keys of the page.
    <Suspense fallback={<div role="dialog" aria-busy aria-label="Opening" className="fixed inset-0 z-50 bg-overlay" />}>
      <GlobalLayer layer={layer} onClose={() => setLayer(null)} />
    </Suspense>
  )
}
