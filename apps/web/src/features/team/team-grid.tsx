import { freeTogether } from '@astralis/core/team/free-together'
import { clsx } from 'clsx'
import { Users } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, type KeyboardEvent, type PointerEvent, type RefObject } from 'react'
import type { Colleague } from './colleague.ts'
import { ColleagueTrack, Stretches } from './colleague-track.tsx'
import { cursorAfter } from './grid-keys.ts'
import { GridCell } from './grid-cell.tsx'
import { GridOverlay } from './grid-overlay.tsx'
import { PersonHead } from './person-head.tsx'
import { dragRange } from './range-drag.ts'
import { HOUR, stepAt, type Axis } from './team-axis.ts'
import { TeamRow } from './team-row.tsx'
import { TimeHead } from './time-head.tsx'
import type { useRange } from './use-range.ts'
import { useScrollTo } from './use-scroll-to.ts'

interface TeamGridProps {
  label: string
  colleagues: readonly Colleague[]
  ownId: string
  axis: Axis
  timeZone: string
  isVertical: boolean
  isCoarse: boolean
  /** What is shown first, in epoch milliseconds. */
  firstAt: number
  choice: ReturnType<typeof useRange>
  /** Takes the focus when the proposal closes. */
  grid: RefObject<HTMLDivElement | null>
  /** The drawn range, beside which the proposal stands. */
  band: RefObject<HTMLDivElement | null>
}

const DAY_HOURS = 24

/** People and their time. One tab stop: arrow keys move, with Shift they draw a range, Enter proposes it; so does dragging. */
export function TeamGrid(props: TeamGridProps) {
  const { label, colleagues, ownId, axis, timeZone, isVertical, isCoarse, firstAt, choice, grid, band } = props
  const area = useRef<HTMLDivElement>(null)
  const scroller = useScrollTo({ axis, at: firstAt, isVertical })
  const isDrawing = useRef<() => boolean>(() => false)
  const cellId = useId()
  const free = useMemo(() => freeTogether(colleagues, axis.from, axis.to), [colleagues, axis])
  const hours = (axis.to - axis.from) / HOUR
  const length = lengthOf(hours, isVertical, isCoarse)

  useEffect(() => {
    const element = grid.current
    // A finger that draws does not scroll; the browser asks only listeners that may say so from the start.
    const onTouchMove = (event: TouchEvent) => isDrawing.current() && event.preventDefault()
    element?.addEventListener('touchmove', onTouchMove, { passive: false })
    return () => element?.removeEventListener('touchmove', onTouchMove)
  }, [grid])

  const isRightToLeft = () => area.current !== null && getComputedStyle(area.current).direction === 'rtl'
  const onPointerDown = (event: PointerEvent) => {
    if (event.target instanceof Element && event.target.closest('[role="rowheader"], [data-head]')) return
    isDrawing.current = dragRange(event, {
      stepAt: (point) => stepAt(axis, fractionAt(point)),
      onDraw: (anchor, focus) => choice.draw({ anchor, focus }),
      onClick: (at) => choice.propose(at, null),
      onDone: (anchor, focus) => choice.propose(focus, { anchor, focus }),
      onAbort: choice.clear,
    })
  }
  const fractionAt = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
    const box = area.current?.getBoundingClientRect()
    if (!box) return 0
    if (isVertical) return (clientY - box.top) / box.height
    return (isRightToLeft() ? box.right - clientX : clientX - box.left) / box.width
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const page = isCoarse ? DAY_HOURS * HOUR : HOUR
    const layout = { rows: colleagues.length + 1, axis, isVertical, isRightToLeft: isRightToLeft(), page }
    const next = cursorAfter(event.key, choice.cursor, layout)
    if (next) choice.move(next, event.shiftKey)
    else if (event.key === 'Enter' || event.key === ' ') choice.propose()
    else if (event.key === 'Escape') choice.clear()
    else return
    event.preventDefault()
  }
  const cellOf = (row: number, colleague: Colleague | null) =>
    row === choice.cursor.row && (
      <GridCell
        key={`${choice.cursor.row} ${choice.cursor.at}`}
        id={cellId}
        colleague={colleague}
        free={free}
        at={choice.range ?? { from: choice.cursor.at, to: Math.min(choice.cursor.at + axis.step, axis.to) }}
        step={{ from: choice.cursor.at, to: Math.min(choice.cursor.at + axis.step, axis.to) }}
        axis={axis}
        timeZone={timeZone}
        isVertical={isVertical}
        isCoarse={isCoarse}
      />
    )
  const look = { axis, timeZone, isVertical, isCoarse }
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-auto overscroll-contain bg-surface">
      <div
        ref={grid}
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={colleagues.length + 1}
        aria-activedescendant={cellId}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onContextMenu={(event) => isDrawing.current() && event.preventDefault()}
        className={clsx(
          'group/grid relative flex cursor-crosshair outline-none select-none [-webkit-touch-callout:none]',
          isVertical ? 'w-max min-w-full' : 'w-max min-w-full flex-col',
        )}
      >
        <div
          data-head
          aria-hidden
          className={clsx(
            'sticky z-40 flex shrink-0 cursor-default border-line bg-surface',
            isVertical ? 'start-0 w-11 flex-col border-e' : 'top-0 h-10 border-b',
          )}
        >
          <div
            className={clsx(
              'sticky z-10 shrink-0 border-line bg-surface',
              isVertical ? 'top-0 h-17 border-b' : 'start-0 w-52 border-e',
            )}
          />
          <div className="relative flex-1" style={isVertical ? { height: length, flex: 'none' } : { minWidth: length }}>
            <TimeHead {...look} />
          </div>
        </div>
        <TeamRow
          row={0}
          isSlim
          isVertical={isVertical}
          length={length}
          cell={cellOf(0, null)}
          head={<EveryoneHead isVertical={isVertical} />}
        >
          <Stretches
            list={free}
            axis={axis}
            isVertical={isVertical}
            className={clsx('rounded-sm border border-success bg-success-soft', isVertical ? 'mx-0.5' : 'my-1')}
          />
        </TeamRow>
        {colleagues.map((colleague, index) => (
          <TeamRow
            key={colleague.userId}
            row={index + 1}
            cell={cellOf(index + 1, colleague)}
            isVertical={isVertical}
            length={length}
            head={<PersonHead colleague={colleague} ownId={ownId} timeZone={timeZone} isVertical={isVertical} />}
          >
            <ColleagueTrack colleague={colleague} {...look} />
          </TeamRow>
        ))}
        <div
          ref={area}
          aria-hidden
          className={clsx(
            'pointer-events-none absolute',
            isVertical ? 'start-11 end-0 top-17 bottom-0' : 'start-52 end-0 inset-y-0',
          )}
        >
          <GridOverlay {...look} free={free} range={choice.range} band={band} />
        </div>
      </div>
    </div>
  )
}

function EveryoneHead({ isVertical }: { isVertical: boolean }) {
  return (
    <span className="flex items-center gap-2.5 text-[0.8125rem] font-semibold text-heading">
      <Users aria-hidden className={clsx('text-success', isVertical ? 'size-4' : 'mx-2 size-4')} />
      <span className={isVertical ? 'sr-only' : ''}>Everyone free</span>
    </span>
  )
}

function lengthOf(hours: number, isVertical: boolean, isCoarse: boolean): string {
  if (isVertical) return `${hours * (isCoarse ? 0.75 : 2.5)}rem`
  return `${hours * (isCoarse ? 0.375 : 3.75)}rem`
}
