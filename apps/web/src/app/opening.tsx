/**
 * What dims the page while a panel over it is on its way. A dialog already, so that the letters typed meanwhile are not
 * taken for keys of the page.
 */
export function Opening() {
  return <div role="dialog" aria-busy aria-label="Opening" className="fixed inset-0 z-50 bg-overlay" />
}
