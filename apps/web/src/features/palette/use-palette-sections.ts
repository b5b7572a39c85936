import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { openLayer } from '../../app/layers.ts'
import { now } from '../../lib/clock.ts'
import { useUser } from '../auth/use-user.ts'
import { useActiveMembers } from '../events/use-active-members.ts'
import { understand } from '../quick-add/understand.ts'
import { useDateReaders } from '../quick-add/use-date-readers.ts'
import type { Command } from './command.ts'
import { rankCommands, type Section } from './rank-commands.ts'
import { recentCommands, rememberCommand } from './recent-commands.ts'
import { GO_TO, textCommands } from './text-commands.ts'
import { useChangeZone } from './use-change-zone.ts'
import { useCommands } from './use-commands.ts'
import { zoneCommands } from './zone-commands.ts'

interface Shown {
  query: string
  isChoosingZone: boolean
  onZones: () => void
}

/** Comes from what is typed and is never the same again. */
const PASSING = new Set(['date', 'create from text'])

/** What the palette shows for what is typed. */
export function usePaletteSections({ query, isChoosingZone, onZones }: Shown) {
  const user = useUser()
  const navigate = useNavigate()
  const readers = useDateReaders()
  const members = useActiveMembers()
  const commands = useCommands(onZones)
  const changeZone = useChangeZone()
  const [recent] = useState(() => recentCommands(user.id))
  const [openedAt] = useState(() => now().toZonedDateTimeISO(user.timeZone))
  const text = query.replace(GO_TO, '')
  const meant = useMemo(() => understand(text, { now: openedAt, readers, members }), [text, openedAt, readers, members])

  const sections = (): Section[] => {
    if (isChoosingZone) {
      const zones = zoneCommands(query, user.timeZone, (timeZone) => void changeZone(timeZone))
      return zones.length > 0 ? [{ heading: 'Settings', commands: zones }] : []
    }
    const fromText = textCommands(query, meant, {
      onDate: (date) => void navigate({ to: '/calendar', search: (search) => ({ ...search, date, event: undefined }) }),
      onQuickAdd: (sentence) => openLayer({ kind: 'quick-add', text: sentence }),
    })
    return rankCommands(commands, { query, recent, fromText })
  }
  const remember = ({ id }: Command) => {
    if (!PASSING.has(id) && !isChoosingZone) rememberCommand(user.id, id)
  }
  return { sections: sections(), remember }
}
