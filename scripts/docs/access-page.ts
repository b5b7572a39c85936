import {
  ACCESS,
  isProcedureName,
  type ProcedureName,
  type Reach,
  reachOf,
  ruleOf,
} from '@astralis/core/access/access-table'

/** The areas of the API in the order of the page, and what each is about. */
const AREAS: Record<string, string> = {
  auth: 'Signing up, in and out',
  account: 'One’s own account',
  sessions: 'Where one is signed in',
  members: 'Members and invitations to join',
  tokens: 'API tokens',
  activity: 'The activity log',
  events: 'Events',
  scheduling: 'Finding times',
  availability: 'Hours',
  reminders: 'Reminders',
  mails: 'Mail',
  connections: 'Linked calendars',
  live: 'Live changes',
}

const INTRODUCTION = `# Who may do what

This page is written by \`node scripts/write-access-page.ts\` from the table that the server asks before every procedure,
\`packages/core/src/access/access-table.ts\`; a test fails where the two differ. What is not in the table is refused to
everybody.

- **all**: whatever the organization has. **own**: what is theirs, and of the rest no more than when people are busy.
  **no**: refused, with \`FORBIDDEN\` / \`NOT_ALLOWED\`; to somebody who is not signed in, with \`UNAUTHORIZED\` /
  \`NOT_SIGNED_IN\`.
- Nobody reaches another organization: its ids answer like ids that do not exist.
- An API token may what its role may, and never more than its owner. Where the last column says **yes**, a token is not
  enough: somebody has to be signed in with a browser.
`

const HEADER = ['Procedure', 'What it does', 'Not signed in', 'CLIENT', 'OPERATOR', 'ADMIN', 'Browser only']

const REACHES: Record<Reach, string> = { all: 'all', own: 'own', none: 'no' }

/** `docs/access.md`, made from the table of access. Throws for an area that has no title here. */
export function accessPage(): string {
  const names = Object.keys(ACCESS).filter(isProcedureName)
  const byArea = Map.groupBy(names, areaOf)
  const unknown = [...byArea.keys()].filter((area) => !Object.hasOwn(AREAS, area))
  if (unknown.length > 0) throw new Error(`Say in access-page.ts what these areas are about: ${unknown.join(', ')}.`)
  const sections = Object.entries(AREAS).map(
    ([area, title]) => `## ${title}\n\n${tableOf([HEADER, ...(byArea.get(area) ?? []).map(rowOf)])}`,
  )
  return [INTRODUCTION, ...sections].join('\n')
}

function areaOf(name: ProcedureName): string {
  return name.slice(0, name.indexOf('.'))
}

function rowOf(name: ProcedureName): string[] {
  const { does, who, needsSession } = ruleOf(name)
  const isPublic = who === 'everybody'
  const members = (['CLIENT', 'OPERATOR', 'ADMIN'] as const).map((role) => REACHES[reachOf(role, name)])
  const callers = isPublic ? ['yes', 'yes', 'yes', 'yes'] : ['no', ...members]
  return [`\`${name}\``, does, ...callers, needsSession ? 'yes' : '']
}

/** Columns as wide as their widest cell, as the formatter writes them. */
function tableOf(rows: string[][]): string {
  const widths = HEADER.map((_title, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`
  const [header = [], ...rest] = rows
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)].join('')
}
