import type { LostValue } from '@astralis/core/sync/lost-value'
import { lostLines } from './lost-lines.ts'

/** What was kept and what gave way, so that nothing is lost unseen. */
export function LostValues({ lost }: { lost: readonly LostValue[] }) {
  const lines = lost.flatMap((value) => lostLines(value).map((line) => ({ ...line, side: value.side })))
  if (lines.length === 0) return null
  return (
    <dl className="my-1 flex w-full flex-col gap-2 rounded-md bg-sunken px-3 py-2 text-[0.8125rem]">
      {lines.map(({ field, kept, dropped, side }) => (
        <div key={`${field} ${dropped}`} className="flex flex-col">
          <dt className="font-medium text-ink">{field}</dt>
          <dd className="wrap-anywhere text-ink">Kept: {kept}</dd>
          <dd className="wrap-anywhere text-muted">
            Given up ({side === 'here' ? 'from here' : 'from Google'}): {dropped}
          </dd>
        </div>
      ))}
    </dl>
  )
}
