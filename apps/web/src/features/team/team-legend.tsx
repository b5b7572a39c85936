import { clsx } from 'clsx'

const SIGNS = [
  { label: 'Working', className: 'border-line-strong bg-surface' },
  {
    label: 'Outside hours',
    className:
      'border-line-strong bg-sunken bg-[repeating-linear-gradient(135deg,var(--line-strong)_0_1px,transparent_1px_4px)]',
  },
  { label: 'Busy', className: 'border-primary bg-primary-soft' },
  { label: 'Conflict', className: 'border-error bg-error-soft' },
  { label: 'Everyone free', className: 'border-success bg-success-soft' },
]

/** What the grounds mean, and what to do with the grid. */
export function TeamLegend() {
  return (
    <footer className="flex flex-wrap items-center gap-x-5 gap-y-1.5 border-t border-line bg-surface px-4 py-2.5 text-xs text-muted max-lg:hidden">
      <ul aria-label="Legend" className="flex flex-wrap gap-x-4 gap-y-1">
        {SIGNS.map(({ label, className }) => (
          <li key={label} className="flex items-center gap-1.5">
            <span aria-hidden className={clsx('h-3 w-4 rounded-sm border', className)} />
            {label}
          </li>
        ))}
      </ul>
      <p className="ms-auto">Drag across the grid to propose a time. Arrow keys, Shift and Enter do the same.</p>
    </footer>
  )
}
