import { CalendarDays } from 'lucide-react'
import { CONTRAST_PAIRS } from '../../styles/contrast-pairs.ts'
import { ContrastSample } from './contrast-sample.tsx'
import { SampleRow } from './sample-row.tsx'

const GROUNDS = [...Map.groupBy(CONTRAST_PAIRS, ({ ground }) => ground)]
const TYPES = [
  { look: 'text-2xl leading-8 font-semibold tracking-tight text-heading', name: '24 Title of a page alone' },
  { look: 'text-lg leading-6 font-semibold tracking-tight text-heading', name: '18 Title of a page' },
  { look: 'text-base font-semibold text-heading', name: '16 Title of a window' },
  { look: 'text-[0.9375rem] leading-6 font-semibold text-heading', name: '15 Title of a card' },
  { look: 'text-sm', name: '14 Text' },
  { look: 'text-[0.8125rem] font-medium', name: '13 Label' },
  { look: 'text-[0.8125rem] text-muted', name: '13 Hint' },
  { look: 'text-xs text-muted', name: '12 Note' },
]
const SPACES = ['w-1', 'w-2', 'w-3', 'w-4', 'w-5', 'w-6', 'w-8', 'w-10']
const RADII = ['rounded-sm', 'rounded-md', 'rounded-lg', 'rounded-full']
const SHADOWS = ['shadow-card', 'shadow-raised']
const ICON_SIZES = ['size-3.5', 'size-4', 'size-[1.125rem]', 'size-5', 'size-6']

/** Colours with what may stand on them, letters, spaces, corners, shadows, icons and the ring of the focus. */
export function TokenSamples() {
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        {GROUNDS.map(([ground, pairs]) => (
          <div key={ground} className="flex min-w-0 flex-col gap-1">
            <p className="text-xs text-muted">{ground}</p>
            <div className="overflow-hidden rounded-md border border-line text-[0.8125rem]">
              {pairs.map((pair) => (
                <ContrastSample key={`${pair.kind} ${pair.front}`} {...pair} />
              ))}
            </div>
          </div>
        ))}
      </div>
      <div className="flex flex-col gap-1.5">
        {TYPES.map(({ look, name }) => (
          <p key={name} className={look}>
            {name}
          </p>
        ))}
      </div>
      <SampleRow label="Spaces: 4, 8, 12, 16, 20, 24, 32, 40 px">
        {SPACES.map((width) => (
          <span key={width} className={`h-6 bg-primary ${width}`} />
        ))}
      </SampleRow>
      <SampleRow label="Corners of 4, 6, 8 px and round; shadows of cards and of what lies above; the focus">
        {RADII.map((radius) => (
          <span key={radius} className={`size-10 border border-line-strong bg-surface ${radius}`} />
        ))}
        {SHADOWS.map((shadow) => (
          <span key={shadow} className={`size-10 rounded-lg bg-raised ${shadow}`} />
        ))}
        <span className="size-10 rounded-md outline-2 outline-offset-2 outline-primary" />
      </SampleRow>
      <SampleRow label="Icons of 14, 16, 18, 20 and 24 px">
        {ICON_SIZES.map((size) => (
          <CalendarDays key={size} aria-hidden className={size} />
        ))}
      </SampleRow>
    </>
  )
}
