import { clsx } from 'clsx'
import type { ReactNode } from 'react'

interface TeamRowProps {
  /** From 0, which is everybody. */
  row: number
  head: ReactNode
  /** Two lines lower than a person's. */
  isSlim?: boolean
  isVertical: boolean
  /** How long the axis is at least, as CSS has it. */
  length: string
  /** The one that the keys stand on, if it is in this line. */
  cell: ReactNode
  children: ReactNode
}

/** A line of the grid: who, and their time. On a phone it is a column. */
export function TeamRow({ row, head, isSlim = false, isVertical, length, cell, children }: TeamRowProps) {
  return (
    <div
      role="row"
      aria-rowindex={row + 1}
      className={clsx(
        'flex border-line',
        isVertical ? 'flex-col border-e' : 'border-b',
        isVertical && (isSlim ? 'w-9 shrink-0' : 'min-w-14 flex-1'),
      )}
    >
      <div
        role="rowheader"
        className={clsx(
          'sticky z-30 flex shrink-0 items-center border-line bg-surface',
          isVertical ? 'top-0 h-17 justify-center border-b' : 'start-0 w-52 border-e px-3',
        )}
      >
        {head}
      </div>
      <div
        style={isVertical ? { height: length } : { minWidth: length }}
        className={clsx('relative', isVertical ? 'shrink-0' : 'flex-1', !isVertical && (isSlim ? 'h-9' : 'h-17'))}
      >
        <div
          role="gridcell"
          className="absolute inset-0 bg-sunken bg-[repeating-linear-gradient(135deg,var(--line)_0_1px,transparent_1px_7px)]"
        >
          {children}
        </div>
        {cell}
      </div>
    </div>
  )
}
