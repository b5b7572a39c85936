import { reachOf } from '@astralis/core/access/access-table'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { PageFrame } from '../../app/page-frame.tsx'
import { trpc } from '../../lib/trpc.ts'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { LoadingCard } from '../../ui/loading-card.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useUser } from '../auth/use-user.ts'
import type { Member } from '../events/calendar-event.ts'
import { useActiveMembers } from '../events/use-active-members.ts'
import { AvailabilityEditor } from './availability-editor.tsx'

const WEEK_DAYS = 7
const TITLE = 'Availability'
const LEAD = 'When people can be booked. Nine o’clock stays nine o’clock when the clocks change.'

/** One's own hours; whoever may set those of others chooses whose. */
export function AvailabilityPage() {
  const user = useUser()
  const { person } = useSearch({ from: '/signed-in/calendar/availability' })
  const navigate = useNavigate({ from: '/calendar/availability' })
  const members = useActiveMembers()
  const maySetOthers = reachOf(user.role, 'availability.set') === 'all'
  const isOther = maySetOthers && person !== undefined && person !== user.id
  const userId = isOther ? person : undefined
  const { data, error, isFetching, refetch } = useQuery(trpc.availability.get.queryOptions(userId ? { userId } : {}))
  const actions = maySetOthers && members.length > 1 && (
    <PersonSelect
      members={members}
      value={userId ?? user.id}
      ownId={user.id}
      onChange={(id) => void navigate({ search: { person: id === user.id ? undefined : id } })}
    />
  )
  if (data)
    return (
      <AvailabilityEditor
        key={userId ?? user.id}
        userId={userId ?? user.id}
        saved={data}
        frame={{ title: TITLE, lead: LEAD, actions }}
      />
    )
  return (
    <PageFrame title={TITLE} lead={LEAD} actions={actions}>
      {error ? (
        <LoadFailed
          title="The hours could not be loaded"
          error={error}
          isRetrying={isFetching}
          onRetry={() => void refetch()}
        />
      ) : (
        <div className="max-w-6xl p-3 lg:p-6">
          <LoadingCard label="Loading the hours">
            <Skeleton className="h-5 w-32" />
            {Array.from({ length: WEEK_DAYS }, (_, day) => (
              <div key={day} className="flex items-center gap-4">
                <Skeleton className="h-6 w-28" />
                <Skeleton className="h-9 max-w-64 flex-1" />
              </div>
            ))}
          </LoadingCard>
        </div>
      )}
    </PageFrame>
  )
}

interface PersonSelectProps {
  members: readonly Member[]
  value: string
  ownId: string
  onChange: (id: string) => void
}

function PersonSelect({ members, value, ownId, onChange }: PersonSelectProps) {
  return (
    <Select
      aria-label="Whose availability"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className="w-full sm:w-60"
    >
      {members.map(({ id, name }) => (
        <option key={id} value={id}>
          {id === ownId ? `${name} (you)` : name}
        </option>
      ))}
    </Select>
  )
}
