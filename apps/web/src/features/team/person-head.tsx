import { clsx } from 'clsx'
import { formatTime } from '../../lib/format-time.ts'
import { useNow } from '../../lib/use-now.ts'
import { Avatar } from '../../ui/avatar.tsx'
import type { Colleague } from './colleague.ts'
import { cityOf, differs } from './team-words.ts'

interface PersonHeadProps {
  colleague: Colleague
  ownId: string
  /** The viewer's. */
  timeZone: string
  /** Above a narrow column. */
  isVertical: boolean
}

/** Who a row is about, and what their clock says where it differs from the viewer's. */
export function PersonHead({ colleague, ownId, timeZone, isVertical }: PersonHeadProps) {
  const { name, email, userId, isHoursSet } = colleague
  const now = useNow()
  const isElsewhere = differs(colleague.timeZone, timeZone, now.epochMilliseconds)
  const clock = formatTime(now.toString(), colleague.timeZone)
  if (isVertical)
    return (
      <span className="flex w-full flex-col items-center gap-0.5 px-0.5 text-center">
        <Avatar name={name} email={email} className="size-7 text-[0.6875rem]" />
        <span className="w-full truncate text-[0.6875rem] leading-3.5 font-medium text-ink">{shortName(name)}</span>
        <span
          className={clsx(
            'w-full truncate text-[0.625rem] leading-3 text-muted tabular-nums',
            !isElsewhere && 'sr-only',
          )}
        >
          {clock}
          <span className="sr-only"> in {cityOf(colleague.timeZone)}</span>
        </span>
      </span>
    )
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <Avatar name={name} email={email} className="size-8 text-xs" />
      <span className="flex min-w-0 flex-col">
        <span className="truncate text-[0.8125rem] font-semibold text-heading">
          {name}
          {userId === ownId && <span className="font-normal text-muted"> (you)</span>}
        </span>
        <span className="truncate text-xs leading-4 text-muted tabular-nums">
          {isElsewhere ? `${clock} · ${cityOf(colleague.timeZone)}` : !isHoursSet && 'Usual hours'}
        </span>
      </span>
    </span>
  )
}

function shortName(name: string): string {
  return name.split(' ', 1)[0] ?? name
}
