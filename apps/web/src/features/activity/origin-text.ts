/** Who acted, in words. Without an account acts the product itself, or a guest by the link in an invitation. */
export function actorText({ actor, origin }: { actor: { name: string } | null; origin: string }): string {
  if (actor) return actor.name
  return /^(web|api)\b/.test(origin) ? 'A guest' : 'AstralisOps'
}

const PLACES: Record<string, string> = {
  web: 'Browser',
  api: 'API',
  worker: 'By itself',
  demo: 'Demo data',
  google: 'Google Calendar',
  microsoft: 'Outlook',
  apple: 'Apple Calendar',
}

/** `Browser, 203.0.113.7`: where a change came from. What is not known is written as it is. */
export function originText(origin: string): string {
  const [place = '', address, ...tool] = origin.split(' ')
  const words = [PLACES[place] ?? place, address, tool.join(' ')]
  return words.filter(Boolean).join(', ')
}
