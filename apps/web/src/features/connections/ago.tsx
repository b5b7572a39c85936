import { formatAgo, formatExact } from '../../lib/format-ago.ts'
import { useNow } from '../../lib/use-now.ts'
import { useUser } from '../auth/use-user.ts'

/** `2 minutes ago`, and on closer look the exact time. */
export function Ago({ at }: { at: string }) {
  const { timeZone } = useUser()
  return (
    <time dateTime={at} title={formatExact(at, timeZone)}>
      {formatAgo(at, useNow())}
    </time>
  )
}
