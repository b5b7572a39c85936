import { escapeHtml } from './html.ts'
import { htmlLine, TABLE, textLook } from './html-line.ts'
import type { Fact, Line } from './mail-body.ts'

/** Facts as rows of label and value; on narrow screens one above the other. */
export function htmlFacts(facts: readonly Fact[]): string {
  return `${TABLE}>${facts.map(factRow).join('\n')}</table>`
}

function factRow({ label, lines, notes, change }: Fact): string {
  const letters = change ? 'is-update' : 'muted'
  const cell = ['vertical-align:top', 'padding:11px 0'] as const
  const labelLook = textLook({ letters, edge: 'top', place: 'label' }, 'normal', ...cell, 'width:132px')
  const mark = change?.mark ? ` (${change.mark})` : ''
  const value = [
    lines.map(htmlLine).join('<br>'),
    ...(change?.was ?? []).map((line) => small(['was: '], `<s>${htmlLine(line)}</s>`)),
    ...notes.map((line) => small(line)),
  ]
  return [
    `<tr><td ${labelLook}>${escapeHtml(label)}${mark}</td>`,
    `<td ${textLook({ letters: 'title', edge: 'top', place: 'value' }, 'normal', ...cell)}>${value.join('')}</td></tr>`,
  ].join('')
}

function small(line: Line, old = ''): string {
  return `<div ${textLook({ letters: 'muted' }, 'small')}>${htmlLine(line)}${old}</div>`
}
