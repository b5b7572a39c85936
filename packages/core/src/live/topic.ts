/** What pages show, by the names under which is told that something of it has changed. Triggers write them (migration 0021). */
export const TOPICS = ['events', 'availability', 'members', 'connections', 'mails', 'account'] as const
export type Topic = (typeof TOPICS)[number]

/** In the place of changes that were forgotten: whoever has not seen them can not know what they were about. */
export const EVERYTHING = 'everything'

/** The topics that a stored word stands for; none for one of a later version. */
export function topicsOf(word: string): readonly Topic[] {
  return word === EVERYTHING ? TOPICS : TOPICS.filter((topic) => topic === word)
}
