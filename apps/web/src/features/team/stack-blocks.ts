interface Stretch {
  from: number
  to: number
}

/** One of `lanes` that share the height of a row. */
export type Stacked<T> = T & { lane: number; lanes: number }

/** Puts what overlaps into lanes beside each other, as few as suffice; what overlaps nothing has the row to itself. */
export function stackBlocks<T extends Stretch>(blocks: readonly T[]): Stacked<T>[] {
  const stacked: Stacked<T>[] = []
  let group: Stacked<T>[] = []
  let ends: number[] = []
  const close = () => {
    for (const block of group) block.lanes = ends.length
    stacked.push(...group)
    group = []
    ends = []
  }
  for (const block of blocks.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (ends.every((end) => end <= block.from)) close()
    const free = ends.findIndex((end) => end <= block.from)
    const lane = free === -1 ? ends.length : free
    ends[lane] = block.to
    group.push({ ...block, lane, lanes: 1 })
  }
  close()
  return stacked
}
