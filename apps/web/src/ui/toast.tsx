import { lazy, Suspense, useSyncExternalStore } from 'react'
import type { toast as Sonner } from 'sonner'
import { usePrepared } from '../lib/use-prepared.ts'

/** Comes once the page shows something: before that there is nothing to say, and the first load is without it. */
const LazyToaster = lazy(() => import('./toaster.tsx'))

type Show = (toast: typeof Sonner) => void

let toast: typeof Sonner | null = null
let isNeeded = false
const waiting: Show[] = []
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function need(): void {
  isNeeded = true
  for (const listener of listeners) listener()
}

function open(ready: typeof Sonner): void {
  toast = ready
  for (const show of waiting.splice(0)) show(ready)
}

export function Toaster() {
  usePrepared(need)
  const isShown = useSyncExternalStore(subscribe, () => isNeeded)
  return (
    isShown && (
      <Suspense fallback={null}>
        <LazyToaster onReady={open} />
      </Suspense>
    )
  )
}

/** At once, or as soon as there is a place for it. */
function say(show: Show): void {
  if (toast) return show(toast)
  waiting.push(show)
  need()
}

/** Long enough to read, decide and reach the button. */
const UNDO_MILLISECONDS = 10_000

/** Says that something is done. */
export function notify(message: string, description?: string): void {
  say((sonner) => sonner.success(message, { description }))
}

/** Says that something is done, but not quite as hoped. */
export function notifyWarning(message: string, description?: string): void {
  say((sonner) => sonner.warning(message, { description, duration: UNDO_MILLISECONDS }))
}

/** Says why something did not work and what to do. */
export function notifyProblem(message: string, description?: string): void {
  say((sonner) => sonner.error(message, { description, duration: UNDO_MILLISECONDS }))
}

interface ToastAction {
  label: string
  onClick: () => void
}

/** Says that something is done and offers what may come next. */
export function notifyWithAction(message: string, action: ToastAction, description?: string): void {
  say((sonner) => sonner.success(message, { description, duration: UNDO_MILLISECONDS, action }))
}

interface Undoable {
  /** Null until the message is shown. */
  toast: string | number | null
  undo: () => void
}

/** What can be taken back, the latest last: each for as long as its message is shown. */
const undoables: Undoable[] = []

function forget(undoable: Undoable): void {
  const index = undoables.indexOf(undoable)
  if (index >= 0) undoables.splice(index, 1)
}

/** Says that something is done and offers to take it back, by its button or with `takeBack`. */
export function notifyWithUndo(message: string, undo: () => void, description?: string): void {
  const undoable: Undoable = { toast: null, undo }
  const isOver = () => forget(undoable)
  const take = () => {
    isOver()
    undo()
  }
  undoables.push(undoable)
  say((sonner) => {
    const action = { label: 'Undo', onClick: take }
    const options = { description, duration: UNDO_MILLISECONDS, action, onDismiss: isOver, onAutoClose: isOver }
    undoable.toast = sonner(message, options)
  })
}

/** Takes back the last change that offers it. */
export function takeBack(): void {
  const last = undoables.pop()
  if (!last) return
  if (last.toast !== null) toast?.dismiss(last.toast)
  last.undo()
}
