import { useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { requestForm } from '../features/events/form-request.ts'
import type { GlobalKey } from '../features/keyboard/shortcut-list.ts'
import { useShortcuts } from '../lib/use-shortcuts.ts'
import { takeBack } from '../ui/toast.tsx'
import { onLayer, openLayer, type Layer } from './layers.ts'

/** Come when they are asked for: the first load is without them. */
const LAYERS = {
  palette: lazy(() => import('../features/palette/palette.tsx')),
  'quick-add': lazy(() => import('../features/quick-add/quick-add-dialog.tsx')),
  help: lazy(() => import('../features/keyboard/shortcuts-dialog.tsx')),
}

/** The keys that work on every page behind the sign-in, and what they open. */
export function GlobalKeys() {
  const router = useRouter()
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
    c: () => {
      requestForm(null)
      if (router.state.location.pathname !== '/calendar') void router.navigate({ to: '/calendar' })
    },
    q: () => openLayer({ kind: 'quick-add', text: '' }),
    z: takeBack,
    '?': () => openLayer({ kind: 'help' }),
  })
  if (!layer) return null
  const Open = LAYERS[layer.kind]
  return (
    <Suspense fallback={null}>
      <Open text={layer.kind === 'quick-add' ? layer.text : ''} onClose={() => setLayer(null)} />
    </Suspense>
  )
}
