import { clsx } from 'clsx'
import type { ComponentProps } from 'react'

/** Drawn by us, because browsers have their own idea of a dark box. Small: give it a label that can be pressed. */
const BOX_CLASS =
  'grid size-4 shrink-0 cursor-pointer appearance-none place-content-center rounded-sm border border-line-strong ' +
  'checked:border-primary checked:bg-primary disabled:cursor-not-allowed disabled:opacity-50 ' +
  'before:size-2.5 before:bg-on-primary before:opacity-0 checked:before:opacity-100 ' +
  'before:[clip-path:polygon(14%_44%,0_60%,42%_95%,100%_22%,84%_8%,40%_66%)]'

export function Checkbox({ className, ...rest }: Omit<ComponentProps<'input'>, 'type'>) {
  return <input {...rest} type="checkbox" className={clsx(BOX_CLASS, className)} />
}
