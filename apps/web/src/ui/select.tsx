import { clsx } from 'clsx'
import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { INPUT_CLASS } from './input.tsx'

/** One of a list, by the browser's own menu. */
export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={clsx('relative flex min-w-0', className)}>
      <select {...rest} className={clsx(INPUT_CLASS, 'h-10 cursor-pointer appearance-none truncate pe-9')} />
      <ChevronDown aria-hidden className="pointer-events-none absolute top-3 end-3 size-4 text-muted" />
    </span>
  )
}
