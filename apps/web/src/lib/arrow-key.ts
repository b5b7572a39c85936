import { DIRECTION } from './locale.ts'

/** The key by where it leads along the line: where lines run to the left, the left arrow leads on, as the right one does elsewhere. */
export function alongLine(key: string, direction = DIRECTION): string {
  if (direction === 'ltr') return key
  if (key === 'ArrowLeft') return 'ArrowRight'
  return key === 'ArrowRight' ? 'ArrowLeft' : key
}
