/**
 * The HTML of a mail for a frame: its links lead to a tab of their own, because the frame, in which no script runs, is no
 * place to go on.
 */
export function previewDocument(html: string): string {
  const head = /<head\b[^>]*>/i
  const base = '<base target="_blank">'
  return head.test(html) ? html.replace(head, (tag) => tag + base) : base + html
}
