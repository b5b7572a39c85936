import { ACTIVITY_ENTITIES, type ActivityEntity } from '@astralis/core/activity/activity-entity'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { useUser } from '../auth/use-user.ts'
import type { ActivitySearch } from './activity-search.ts'
import { ENTITY_LOOKS } from './entity-looks.ts'
import { PersonFilter } from './person-filter.tsx'

const route = getRouteApi('/signed-in/activity')
const NOTHING = ''

/** What of the log is shown, kept in the address. */
export function ActivityFilters() {
  const search = route.useSearch()
  const isAdmin = useUser().role === 'ADMIN'
  const navigate = useNavigate({ from: '/activity' })
  const choose = (change: ActivitySearch) =>
    void navigate({ search: (current) => ({ ...current, ...change }), replace: true })
  const isFiltered = Object.values(search).some((value) => value !== undefined)
  return (
    <section
      aria-label="What to show"
      className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-3 sm:p-4"
    >
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        <Field label="Kind">
          {(control) => (
            <Select
              {...control}
              value={search.entity ?? NOTHING}
              onChange={({ target }) => choose({ entity: entityOf(target.value) })}
            >
              <option value={NOTHING}>Everything</option>
              {ACTIVITY_ENTITIES.map((entity) => (
                <option key={entity} value={entity}>
                  {ENTITY_LOOKS[entity].label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {isAdmin && <PersonFilter value={search.person} onChange={(person) => choose({ person })} />}
        <Field label="From">
          {(control) => (
            <Input
              {...control}
              type="date"
              value={search.from ?? NOTHING}
              max={search.to}
              onChange={({ target }) => choose({ from: target.value || undefined })}
            />
          )}
        </Field>
        <Field label="To">
          {(control) => (
            <Input
              {...control}
              type="date"
              value={search.to ?? NOTHING}
              min={search.from}
              onChange={({ target }) => choose({ to: target.value || undefined })}
            />
          )}
        </Field>
      </div>
      {isFiltered && (
        <p className="flex flex-wrap items-center gap-2">
          <Button size="small" onClick={() => void navigate({ search: {} })}>
            <X aria-hidden className="size-4" />
            Show everything
          </Button>
          {search.about && <span className="text-[0.8125rem] text-muted">Only entries about one thing are shown.</span>}
        </p>
      )}
    </section>
  )
}

function entityOf(value: string): ActivityEntity | undefined {
  return ACTIVITY_ENTITIES.find((entity) => entity === value)
}
