import { useState } from 'react'
import { today } from '../../lib/clock.ts'
import { chosenRegion, rememberRegion } from '../../lib/region.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { notifyProblem } from '../../ui/toast.tsx'
import { REGIONS, regionExample, regionName } from './regions.ts'

const BROWSER = 'browser'

interface RegionSettingsProps {
  /** The zone in which the example's date is today's. */
  timeZone: string
}

/** How dates and times are written in this browser. The page is loaded anew, because every page writes some. */
export function RegionSettings({ timeZone }: RegionSettingsProps) {
  const saved = chosenRegion() ?? BROWSER
  const [choice, setChoice] = useState(saved)
  const region = choice === BROWSER ? navigator.language : choice
  const example = regionExample(region, today(timeZone))
  const apply = () => {
    if (rememberRegion(choice === BROWSER ? null : choice)) location.reload()
    else notifyProblem('The region is not kept', 'This browser is set to store nothing for this address.')
  }
  return (
    <Card title="Dates and times" lead="How this browser writes them to you. The words stay English, and so do mails.">
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          apply()
        }}
      >
        <Field label="Region">
          {(control) => (
            <Select {...control} value={choice} onChange={({ target }) => setChoice(target.value)}>
              <option value={BROWSER}>As the browser says: {regionName(navigator.language)}</option>
              {REGIONS.map((one) => (
                <option key={one} value={one}>
                  {regionName(one)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <dl aria-live="polite" className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-[0.8125rem]">
          <Fact name="A date" value={example.date} />
          <Fact name="Times" value={example.times} />
          <Fact name="First day of a week" value={example.firstDay} />
          <Fact name="The page runs" value={example.isRightToLeft ? 'right to left' : 'left to right'} />
        </dl>
        <Button type="submit" variant="primary" disabled={choice === saved} className="self-start">
          Use this region
        </Button>
      </form>
    </Card>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="text-ink">{value}</dd>
    </>
  )
}
