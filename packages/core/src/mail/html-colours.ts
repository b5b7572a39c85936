import type { MailKind } from './mail-content.ts'

/** In light and in dark programs. */
interface Shades {
  light: string
  dark: string
}

/** What letters are drawn in, by class name. */
export const LETTERS = {
  'on-bar': { light: '#FFFFFF', dark: '#FFFFFF' },
  title: { light: '#0A1B2B', dark: '#F8FAFC' },
  text: { light: '#334155', dark: '#CBD5E1' },
  muted: { light: '#475569', dark: '#94A3B8' },
  link: { light: '#2B6CB0', dark: '#63B3ED' },
  'on-main': { light: '#FFFFFF', dark: '#0A1B2B' },
  'is-invitation': { light: '#2B6CB0', dark: '#63B3ED' },
  'is-update': { light: '#9C4221', dark: '#F6AD55' },
  'is-cancellation': { light: '#C53030', dark: '#FC8181' },
  'is-removal': { light: '#C53030', dark: '#FC8181' },
  'is-reminder': { light: '#276749', dark: '#68D391' },
  'is-notice': { light: '#9C4221', dark: '#F6AD55' },
  'is-membership': { light: '#2B6CB0', dark: '#63B3ED' },
} as const satisfies Record<string, Shades> & Record<`is-${MailKind}`, Shades>
type Letters = keyof typeof LETTERS

/** What they are drawn on, by class name. */
export const GROUNDS = {
  page: { light: '#F1F5F9', dark: '#050E17' },
  card: { light: '#FFFFFF', dark: '#0A1B2B' },
  bar: { light: '#0A1B2B', dark: '#12304C' },
  main: { light: '#2B6CB0', dark: '#63B3ED' },
  'line-invitation': { light: '#3182CE', dark: '#3182CE' },
  'line-update': { light: '#DD6B20', dark: '#DD6B20' },
  'line-cancellation': { light: '#E53E3E', dark: '#E53E3E' },
  'line-removal': { light: '#E53E3E', dark: '#E53E3E' },
  'line-reminder': { light: '#38A169', dark: '#38A169' },
  'line-notice': { light: '#DD6B20', dark: '#DD6B20' },
  'line-membership': { light: '#3182CE', dark: '#3182CE' },
} as const satisfies Record<string, Shades> & Record<`line-${MailKind}`, Shades>
type Ground = keyof typeof GROUNDS

/** The lines between rows, and around a button that is not the main one. */
const EDGES: Record<'faint' | 'clear', Shades> = {
  faint: { light: '#E2E8F0', dark: '#1E3A56' },
  clear: { light: '#94A3B8', dark: '#4A6A8A' },
}

export interface Look {
  letters?: Letters
  ground?: Ground
  edge?: 'top' | 'all'
  /** A class for narrow screens. */
  place?: 'inner' | 'label' | 'value' | 'outer'
}

const EDGE_STYLES = {
  top: ['edge-faint', `border-top:1px solid ${EDGES.faint.light}`],
  all: ['edge-clear', `border:1px solid ${EDGES.clear.light}`],
} as const

/**
 * The attributes for a look and further declarations. Colours stand in the tag, for programs that drop the styles of a
 * head; classes let dark programs change them.
 */
export function look({ letters, ground, edge, place }: Look, ...declarations: string[]): string {
  const [edgeClass, border] = edge ? EDGE_STYLES[edge] : []
  const classes = [place, letters, ground, edgeClass].filter((name) => name !== undefined)
  const styles = [
    ...declarations,
    letters && `color:${LETTERS[letters].light}`,
    ground && `background-color:${GROUNDS[ground].light}`,
    border,
  ].filter((style) => style !== undefined)
  return `class="${classes.join(' ')}" style="${styles.join(';')}"`
}

/** The rules that make the same mail dark. */
export function darkRules(): string {
  return [
    ...Object.entries(LETTERS).map(([name, { dark }]) => `.${name}{color:${dark}!important}`),
    ...Object.entries(GROUNDS).map(([name, { dark }]) => `.${name}{background-color:${dark}!important}`),
    ...Object.entries(EDGES).map(([name, { dark }]) => `.edge-${name}{border-color:${dark}!important}`),
  ].join('')
}
