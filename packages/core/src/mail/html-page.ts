import { darkRules, look } from './html-colours.ts'
import { escapeHtml } from './html.ts'
import { htmlLine, TABLE, textLook } from './html-line.ts'
import type { MailBody } from './mail-body.ts'

/** Outlook for Windows knows no max-width, but reads tables in comments of its own. */
const OUTLOOK_BEGIN =
  '<!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0"><tr><td><![endif]-->'
const OUTLOOK_END = '<!--[if mso]></td></tr></table><![endif]-->'

const RULES = [
  ':root{color-scheme:light dark;supported-color-schemes:light dark}',
  `@media (prefers-color-scheme:dark){${darkRules()}}`,
  '@media (max-width:480px){',
  '.outer{padding:0 0 24px!important}.inner{padding-left:20px!important;padding-right:20px!important}',
  '.label{display:block!important;width:auto!important;padding-bottom:0!important}',
  '.value{display:block!important;border-top:0!important;padding-top:2px!important}}',
].join('\n')

const HEAD = [
  '<meta charset="utf-8">',
  '<meta name="viewport" content="width=device-width,initial-scale=1">',
  '<meta name="color-scheme" content="light dark">',
  '<meta name="supported-color-schemes" content="light dark">',
  '<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">',
  '<meta name="x-apple-disable-message-reformatting">',
].join('\n')

/** Blank, so that lists of mails show nothing of what comes after the preview. */
const BLANK = '&#847;&zwnj;&nbsp;'.repeat(60)

/** The document around the rows of a mail's card and the rows below it, both of which are HTML already. */
export function htmlPage({ kind, sender, subject, preview }: MailBody, rows: string, footer: string): string {
  const bar = { letters: 'on-bar', ground: 'bar', place: 'inner' } as const
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
${HEAD}
<title>${escapeHtml(subject)}</title>
<style>${RULES}</style>
</head>
<body ${look({ ground: 'page' }, 'margin:0', 'padding:0')}>
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${htmlLine(preview)}${BLANK}</div>
${TABLE} ${look({ ground: 'page' })}><tr><td class="outer" align="center" style="padding:32px 12px">
${OUTLOOK_BEGIN}
<div style="max-width:600px;margin:0 auto;text-align:left">
${TABLE} ${look({ ground: 'card' }, 'border-radius:8px', 'overflow:hidden')}>
<tr><td ${textLook(bar, 'normal', 'padding:14px 32px', 'font-weight:600')}><bdi>${escapeHtml(sender)}</bdi></td></tr>
<tr><td ${look({ ground: `line-${kind}` }, 'height:4px', 'line-height:4px', 'font-size:0')}>&nbsp;</td></tr>
${rows}
<tr><td style="height:20px;line-height:20px;font-size:0">&nbsp;</td></tr>
</table>
${TABLE}>
${footer}
</table>
</div>
${OUTLOOK_END}
</td></tr></table>
</body>
</html>
`
}
