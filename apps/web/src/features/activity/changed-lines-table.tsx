import type { ChangedLine } from './changed-lines.ts'
import type { LogEntry } from './log-entry.ts'

/** What was before beside what was after; of what was made or deleted, there is one side. */
export function ChangedLines({ lines, entry }: { lines: readonly ChangedLine[]; entry: LogEntry }) {
  const sides = SIDES.filter(({ side }) => entry[side] !== null)
  return (
    <table className="w-full table-fixed border-collapse text-[0.8125rem]">
      <thead className={sides.length > 1 ? 'text-start' : 'sr-only'}>
        <tr>
          <th scope="col" className="w-1/4 py-1.5 pe-3 font-medium text-muted">
            <span className="sr-only">Field</span>
          </th>
          {sides.map(({ side, label }) => (
            <th key={side} scope="col" className="py-1.5 pe-3 font-medium text-muted">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.label} className="border-t border-line first:border-t-0">
            <th scope="row" className="w-1/4 py-1.5 pe-3 text-start align-top font-medium wrap-anywhere text-muted">
              {line.label}
            </th>
            {sides.map(({ side, className }) => (
              <td key={side} className={`py-1.5 pe-3 align-top wrap-anywhere whitespace-pre-line ${className}`}>
                {line[side] ?? '—'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const SIDES = [
  { side: 'before', label: 'Before', className: 'text-muted' },
  { side: 'after', label: 'After', className: 'text-ink' },
] as const
