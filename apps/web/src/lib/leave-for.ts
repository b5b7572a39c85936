/** Leads the browser to another site; done when it comes back by its own button, which shows the page as it was left. */
export async function leaveFor(url: string): Promise<void> {
  location.assign(url)
  await new Promise((resolve) => addEventListener('pageshow', resolve, { once: true }))
}
