import type { CSSProperties } from 'react'
import type { Place } from './team-axis.ts'

/** Puts something at its place on the axis, which runs from start to end, or down on a phone. */
export function placeStyle({ start, size }: Place, isVertical: boolean): CSSProperties {
  const [offset, length] = [`${start * 100}%`, `${size * 100}%`]
  return isVertical ? { top: offset, height: length } : { insetInlineStart: offset, width: length }
}
