import { lazy } from 'react'
import type { Layer } from './layers.ts'

const LAYERS = {
  palette: lazy(() => import('../features/palette/palette.tsx')),
  'quick-add': lazy(() => import('../features/quick-add/quick-add-dialog.tsx')),
  help: lazy(() => import('../features/keyboard/shortcuts-dialog.tsx')),
}

/** What is open above the page. */
export default function GlobalLayer({ layer, onClose }: { layer: Layer; onClose: () => void }) {
  const Open = LAYERS[layer.kind]
  return <Open text={layer.kind === 'quick-add' ? layer.text : ''} onClose={onClose} />
}
