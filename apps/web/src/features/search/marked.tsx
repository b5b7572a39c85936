import { markTerms } from '@astralis/core/search/mark-terms'

/** A text with what a search has found in it. */
export function Marked({ text, terms }: { text: string; terms: readonly string[] }) {
  return markTerms(text, terms).map((piece, index) =>
    piece.isFound ? (
      <mark key={index} className="rounded-xs bg-primary-soft font-semibold text-on-primary-soft">
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  )
}
