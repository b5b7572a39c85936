import { look, type Look } from './html-colours.ts'
import { escapeHtml } from './html.ts'
import type { Line, Piece } from './mail-body.ts'

export const FONT = 'font-family:Inter,&quot;Segoe UI&quot;,Arial,sans-serif'
export const TABLE = '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"'

/** Long addresses and words wrap rather than widen the mail. */
export const WRAP = 'word-break:break-word;overflow-wrap:anywhere'

const SIZES = {
  normal: 'font-size:15px;line-height:23px',
  small: 'font-size:13px;line-height:20px',
} as const

/** A block of text as a `p` or `div`, or one line of a table. */
export function textLook(looks: Look, size: keyof typeof SIZES, ...declarations: string[]): string {
  return look(looks, FONT, SIZES[size], WRAP, ...declarations)
}

export function htmlLine(line: Line): string {
  return line.map(htmlPiece).join('')
}

/** What somebody wrote may run from right to left; `bdi` keeps that from turning around our words beside it. */
function htmlPiece(piece: Piece): string {
  if (typeof piece === 'string') return escapeHtml(piece)
  if ('user' in piece) return `<bdi>${escapeHtml(piece.user)}</bdi>`
  return `<a href="${escapeHtml(piece.href)}" ${look({ letters: 'link' })}>${escapeHtml(piece.label ?? piece.href)}</a>`
}
