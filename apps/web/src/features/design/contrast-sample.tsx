import { clsx } from 'clsx'
import { useLayoutEffect, useRef, useState } from 'react'
import { contrast } from '../../styles/contrast.ts'
import { LEAST, type ContrastPair } from '../../styles/contrast-pairs.ts'

/** `rgb(10, 27, 43)`, as browsers compute colours, as `#0a1b2b`. */
function hexOf(computed: string): string {
  const channels = computed.match(/\d+/g) ?? []
  return `#${channels.map((channel) => Number(channel).toString(16).padStart(2, '0')).join('')}`
}

/** One colour on another as they are in the theme around it, with the contrast that the browser's own colours have. */
export function ContrastSample({ front, ground, kind, isAlwaysDark }: ContrastPair) {
  const sample = useRef<HTMLParagraphElement>(null)
  const [ratio, setRatio] = useState(0)
  useLayoutEffect(() => {
    if (!sample.current) return
    const { color, backgroundColor } = getComputedStyle(sample.current)
    setRatio(contrast(hexOf(color), hexOf(backgroundColor)))
  }, [])
  return (
    <p
      ref={sample}
      style={{ color: `var(--${front})`, backgroundColor: `var(--${ground})` }}
      className={clsx('flex items-center gap-2 rounded-sm px-2 py-1', isAlwaysDark && 'scheme-dark')}
    >
      {kind === 'graphic' && <span aria-hidden className="size-3.5 shrink-0 rounded-full border-2 border-current" />}
      {/* The words of what is none would have too little contrast. */}
      <span className={clsx('min-w-0 flex-1 truncate', kind === 'graphic' && 'text-ink')}>{front}</span>
      <span className={clsx('tabular-nums', kind === 'graphic' && 'text-ink')}>
        {ratio.toFixed(1)}
        {ratio < LEAST[kind] && ' (too weak)'}
      </span>
    </p>
  )
}
