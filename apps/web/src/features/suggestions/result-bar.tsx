import { ArrowDown } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { RESULTS_ID } from './suggest-results.tsx'

/** What was found, for a narrow screen, where it stands far below the form. */
export function ResultBar({ summary, isSearching }: { summary: string | undefined; isSearching: boolean }) {
  return (
    <footer className="flex items-center justify-between gap-3 border-t border-line bg-surface px-3 py-2.5">
      <p className="min-w-0 text-[0.8125rem] text-muted">{isSearching ? 'Searching…' : summary}</p>
      <Button size="small" onClick={() => document.getElementById(RESULTS_ID)?.scrollIntoView()}>
        <ArrowDown aria-hidden className="size-4" />
        Show
      </Button>
    </footer>
  )
}
