import { look, type Look } from './html-colours.ts'
import { htmlFacts } from './html-facts.ts'
import { FONT, htmlLine, textLook, WRAP } from './html-line.ts'
import { htmlPage } from './html-page.ts'
import { escapeHtml } from './html.ts'
import type { Block, Button, Line, MailBody } from './mail-body.ts'

type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>

/** A mail as HTML for programs old and new: tables, styles in the tags, and nothing that is fetched. */
export function renderHtml(body: MailBody): string {
  const rows = body.blocks.map((block) => row(htmlBlock(block, body), 'padding:0 32px'))
  const footer = body.footer.map((line) =>
    row(paragraph(line, { letters: 'muted' }, 'small', 'margin:0', 'padding:16px 0 0'), 'padding:0 32px'),
  )
  return htmlPage(body, rows.join('\n'), footer.join('\n'))
}

function row(inner: string, padding: string): string {
  return `<tr><td class="inner" style="${padding}">${inner}</td></tr>`
}

function htmlBlock(block: Block, { kind }: MailBody): string {
  if (block.type === 'heading') return heading(block, { letters: `is-${kind}` })
  if (block.type === 'facts') return htmlFacts(block.facts)
  if (block.type === 'buttons') return buttons(block)
  return paragraph(block.line, { letters: 'muted' }, 'small', 'margin:0', 'padding:11px 0')
}

function paragraph(line: Line, looks: Look, ...styles: [size: 'normal' | 'small', ...declarations: string[]]): string {
  return `<p ${textLook(looks, ...styles)}>${htmlLine(line)}</p>`
}

function heading({ label, title, intro }: BlockOf<'heading'>, looks: Look): string {
  const large = look({ letters: 'title' }, FONT, 'font-size:24px;line-height:31px', WRAP, 'margin:0')
  return [
    paragraph([label], looks, 'small', 'font-weight:600', 'margin:0', 'padding:26px 0 4px'),
    `<h1 ${large}>${htmlLine(title)}</h1>`,
    paragraph(intro, { letters: 'text' }, 'normal', 'margin:0', 'padding:6px 0 20px'),
  ].join('\n')
}

function buttons({ question, buttons, note }: BlockOf<'buttons'>): string {
  const cells = buttons.map(buttonCell).join('<td width="10">&nbsp;</td>')
  return [
    paragraph(
      [question],
      { letters: 'title', edge: 'top' },
      'normal',
      'font-weight:600',
      'margin:0',
      'padding:20px 0 12px',
    ),
    `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>${cells}</tr></table>`,
    paragraph([note], { letters: 'muted' }, 'small', 'margin:0', 'padding:12px 0 8px'),
  ].join('\n')
}

/** The room around the word is the link's, so that all of the button can be clicked; Outlook has it in the cell. */
function buttonCell({ label, href, isMain }: Button): string {
  const cell: Look = isMain ? { ground: 'main' } : { ground: 'card', edge: 'all' }
  const padding = isMain ? '10px 27px' : '9px 26px'
  const link = textLook(
    { letters: isMain ? 'on-main' : 'link' },
    'normal',
    `display:inline-block;padding:${padding};font-weight:600;text-decoration:none`,
  )
  const room = look(cell, 'border-radius:6px', `mso-padding-alt:${padding}`)
  return `<td ${room}><a href="${escapeHtml(href)}" ${link}>${escapeHtml(label)}</a></td>`
}
