/** Of text (WCAG 2.2, 1.4.3), and of the edges of controls, icons with a meaning and the focus ring (1.4.11). */
export const LEAST = { text: 4.5, graphic: 3 } as const

export interface ContrastPair {
  kind: keyof typeof LEAST
  front: string
  ground: string
  /** What is on it takes its dark colours in both themes. */
  isAlwaysDark?: true
}

/** The grounds of pages, cards, panels and rows: whatever has no ground of its own may stand on any of them. */
export const PLAIN_GROUNDS = ['canvas', 'surface', 'raised', 'sunken', 'hover'] as const
/** The colours of words on them. */
export const PLAIN_TEXTS = ['ink', 'heading', 'muted', 'primary', 'error-strong'] as const
/** What has a colour without being a word: icons, dots and marks beside words that say the same. Never on a shaded row. */
export const SIGNALS = ['success', 'warning', 'error', 'info'] as const
const SIGNAL_GROUNDS = ['canvas', 'surface', 'raised'] as const
/** Controls stand on these; `line` is for cards and rows, which need no edge to be understood. */
const EDGES = ['line-strong', 'primary', 'error-strong'] as const

/** Grounds with a colour, and the only words that may stand on each. */
const COLOURED: Record<string, readonly string[]> = {
  primary: ['on-primary'],
  'primary-hover': ['on-primary'],
  'primary-soft': ['on-primary-soft', 'ink', 'heading', 'muted', 'primary'],
  'success-soft': ['on-success-soft'],
  'warning-soft': ['on-warning-soft'],
  'error-strong': ['on-error'],
  'error-soft': ['on-error-soft', 'error-strong'],
  'info-soft': ['on-info-soft'],
}

/** Everything that stands on something, in both themes; tokens.test.ts computes each, and looks for what is not here. */
export const CONTRAST_PAIRS: readonly ContrastPair[] = [
  ...pairs('text', PLAIN_TEXTS, PLAIN_GROUNDS),
  ...Object.entries(COLOURED).flatMap(([ground, texts]) => pairs('text', texts, [ground])),
  ...pairs('text', ['ink', 'heading', 'muted', 'sky'], ['navy']).map((pair) => ({
    ...pair,
    isAlwaysDark: true as const,
  })),
  ...pairs('graphic', SIGNALS, SIGNAL_GROUNDS),
  ...pairs('graphic', EDGES, PLAIN_GROUNDS),
]

function pairs(kind: ContrastPair['kind'], fronts: readonly string[], grounds: readonly string[]): ContrastPair[] {
  return fronts.flatMap((front) => grounds.map((ground) => ({ kind, front, ground })))
}
