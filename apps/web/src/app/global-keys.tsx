import { useNavigate } from '@tanstack/react-router'
import { Suspense, useEffect, useState } from 'react'
import { useOpenForm } from '../features/events/use-open-form.ts'
import type { GlobalKey } from '../features/keyboard/shortcut-list.ts'
import { deferred } from '../lib/deferred.tsx'
import { usePrepared } from '../lib/use-prepared.ts'
import { useShortcuts } from '../lib/use-shortcuts.ts'
import { takeBack } from '../ui/toast.tsx'
import { onLayer, openLayer, type Layer } from './layers.ts'
import { Opening } from './opening.tsx'

const LAYERS = {
  palette: deferred(() => import('../features/palette/palette.tsx')),
  'quick-add': deferred(() => import('../features/quick-add/quick-add-dialog.tsx')),
  help: deferred(() => import('../features/keyboard/shortcuts-dialog.tsx')),
}
const prepareLayers = () => {
  for (const Layer of Object.values(LAYERS)) Layer.prepare()
}

/** The keys that work on every page behind the sign-in, and what they open. */
export function GlobalKeys() {
  usePrepared(prepareLayers)
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
  const Open = LAYERS[layer.kind]
  return (
    <Suspense fallback={<Opening onClose={() => setLayer(null)} />}>
      <Open text={layer.kind === 'quick-add' ? layer.text : ''} onClose={() => setLayer(null)} />
    </Suspense>
  )
}
