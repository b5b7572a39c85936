import type { Block, Fact, Line, MailBody, Piece } from './mail-body.ts'

/** A mail for those who read no HTML: lines end in LF. */
export function renderPlain({ blocks, footer }: MailBody): string {
  const parts = [...blocks.flatMap(listParts), ['-- ', ...footer.map(plainLine)]]
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/** Parts of lines, with an empty line between any two. */
function listParts(block: Block): string[][] {
  if (block.type === 'heading') return [[`${block.label}: ${plainLine(block.title)}`], [plainLine(block.intro)]]
  if (block.type === 'facts') return [block.facts.flatMap(listFactLines)]
  if (block.type === 'note') return [[plainLine(block.line)]]
  return [[block.question, ...block.buttons.map(({ label, href }) => `  ${label}: ${href}`), block.note]]
}

/** What has several lines is set in below its label: nothing that somebody wrote can look like a label of ours. */
function listFactLines({ label, lines, notes, change }: Fact): string[] {
  const isShort = lines.length === 1
  const mark = change?.mark ? ` (${change.mark})` : ''
  const value = isShort ? ` ${lines.map(plainLine).join('')}` : ''
  return [
    `${label}${mark}:${value}`,
    ...(isShort ? [] : lines).map((line) => `  ${plainLine(line)}`.trimEnd()),
    ...(change?.was ?? []).map((line) => `  was: ${plainLine(line)}`),
    ...notes.map((line) => `  ${plainLine(line)}`),
  ]
}

function plainLine(line: Line): string {
  return line.map(plainPiece).join('')
}

function plainPiece(piece: Piece): string {
  if (typeof piece === 'string') return piece
  if ('user' in piece) return piece.user
  return piece.label === null ? piece.href : `${piece.label}: ${piece.href}`
}
