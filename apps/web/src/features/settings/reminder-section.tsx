import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../lib/trpc.ts'
import { ReminderSettings } from '../reminders/reminder-settings.tsx'
import { Loaded } from './loaded.tsx'

/** When a mail comes before an event. */
export function ReminderSection() {
  const settings = useQuery(trpc.reminders.settings.queryOptions())
  return (
    <Loaded query={settings} name="reminders">
      {(saved) => <ReminderSettings saved={saved} />}
    </Loaded>
  )
}
