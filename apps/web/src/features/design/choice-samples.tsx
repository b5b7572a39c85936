import { useState } from 'react'
import { Combobox } from '../../ui/combobox.tsx'
import { Field } from '../../ui/field.tsx'
import { findMatches } from '../../ui/find-matches.ts'
import { RadioList } from '../../ui/radio-list.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { CompactSwitch, Switch } from '../../ui/switch.tsx'
import type { Sample } from './sample.ts'

const ZONES = ['Europe/Berlin', 'Asia/Kolkata', 'America/New_York'].map((value) => ({
  value,
  keywords: [],
  content: value,
}))
const VIEWS = [
  { value: 'day', label: 'Day' },
  { value: 'week', label: 'Week' },
  { value: 'month', label: 'Month' },
] as const
const SCOPES = [
  { value: 'this', label: 'This event' },
  { value: 'all', label: 'All events', hint: 'Those that are over stay as they were.' },
] as const

function Comboboxes() {
  const [text, setText] = useState('Europe/Berlin')
  return (
    <Field label="Time zone">
      {(control) => (
        <Combobox
          control={control}
          text={text}
          onTextChange={setText}
          options={findMatches(ZONES, text)}
          onSelect={setText}
          placeholder="A city"
          emptyText="No zone has a name like this."
        />
      )}
    </Field>
  )
}

function RadioLists() {
  const [scope, setScope] = useState<(typeof SCOPES)[number]['value']>('this')
  return <RadioList label="Change which events?" value={scope} options={SCOPES} onChange={setScope} />
}

function Segments() {
  const [view, setView] = useState<(typeof VIEWS)[number]['value']>('week')
  return (
    <div className="flex flex-wrap gap-3">
      <Segmented label="View" value={view} options={VIEWS} onChange={setView} />
      <Segmented label="View in a narrow column" isTight value={view} options={VIEWS} onChange={setView} />
    </div>
  )
}

function Switches() {
  const [isOn, setOn] = useState(true)
  return (
    <>
      <Switch label="Keep in step" hint="Both ways, whenever something changes." isOn={isOn} onChange={setOn} />
      <Switch label="Off" isOn={false} onChange={() => {}} />
      <CompactSwitch label="Monday" isOn={isOn} onChange={setOn} />
    </>
  )
}

/** One, or some, of several. */
export const CHOICE_SAMPLES: readonly Sample[] = [
  { files: ['combobox'], Content: Comboboxes },
  { files: ['radio-list'], Content: RadioLists },
  { files: ['segmented'], Content: Segments },
  { files: ['switch'], Content: Switches },
]
