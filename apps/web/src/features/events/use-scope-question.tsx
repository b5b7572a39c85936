import { SCOPES, type Scope } from '@astralis/core/events/event'
import { Suspense, useState, type ReactNode } from 'react'
import { deferred } from '../../lib/deferred.tsx'
import type { CalendarEvent } from './calendar-event.ts'
import type { ScopeDialogProps } from './scope-dialog.tsx'
import type { ScopedAction } from './scope-text.ts'

/** Comes when it is needed, or before. */
export const ScopeDialog = deferred(() => import('./scope-dialog.tsx'))

type Question = Pick<ScopeDialogProps, 'action' | 'scopes' | 'note'>

export interface ScopeQuestion {
  /** Answers how far a change of an event is to go; null where somebody thought better of it. */
  ask: (event: Pick<CalendarEvent, 'seriesId'>, action: ScopedAction, limits?: ScopeLimits) => Promise<Scope | null>
  /** The question while it is asked. */
  dialog: ReactNode
}

export interface ScopeLimits {
  scopes?: Question['scopes']
  note?: string | undefined
}

/** The question that every change of an occurrence raises; a single event raises none. */
export function useScopeQuestion(): ScopeQuestion {
  const [asked, setAsked] = useState<(Question & { answer: (scope: Scope | null) => void }) | null>(null)
  const end = (scope: Scope | null) => {
    setAsked(null)
    asked?.answer(scope)
  }
  return {
    ask: async ({ seriesId }, action, { scopes = SCOPES, note } = {}) =>
      seriesId === null ? 'this' : new Promise((answer) => setAsked({ action, scopes, note, answer })),
    dialog: asked && (
      <Suspense fallback={null}>
        <ScopeDialog {...asked} onAnswer={end} onClose={() => end(null)} />
      </Suspense>
    ),
  }
}
