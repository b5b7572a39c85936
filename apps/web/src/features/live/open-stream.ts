import { TOPICS, type Topic } from '@astralis/core/live/topic'

/** The server gives a sign of life every five seconds: without any, the connection is gone, as after a laptop has slept. */
const SILENCE_MILLISECONDS = 12_000

interface StreamHandlers {
  /** Called with what has changed, and the id by which another stream goes on from here. */
  onNews: (id: string, topics: Topic[]) => void
  /** Called when there is no more of it, with the literal of a refusal, or null. */
  onEnd: (refusal: string | null) => void
}

/**
 * One stream of `live.changes`, from behind the message with `lastEventId`. It reads tRPC's server-sent events by itself: tRPC's
 * link for them is in one module with its client, and would make the first load 3 kB larger.
 */
export function openStream(lastEventId: string | null, { onNews, onEnd }: StreamHandlers): () => void {
  const input = lastEventId === null ? '' : `?input=${encodeURIComponent(JSON.stringify({ lastEventId }))}`
  const source = new EventSource(`/trpc/live.changes${input}`)
  let silence = setTimeout(() => end(null), SILENCE_MILLISECONDS)
  const hear = () => {
    clearTimeout(silence)
    silence = setTimeout(() => end(null), SILENCE_MILLISECONDS)
  }
  const close = () => {
    clearTimeout(silence)
    source.close()
  }
  const end = (refusal: string | null) => {
    close()
    onEnd(refusal)
  }
  source.addEventListener('connected', hear)
  source.addEventListener('ping', hear)
  source.addEventListener('message', ({ lastEventId, data }: MessageEvent<string>) => {
    hear()
    const { topics }: { topics: readonly string[] } = JSON.parse(data)
    onNews(
      lastEventId,
      TOPICS.filter((topic) => topics.includes(topic)),
    )
  })
  source.addEventListener('serialized-error', ({ data }: MessageEvent<string>) => {
    const { data: problem }: { data: { code: string; reason?: string } } = JSON.parse(data)
    end(problem.reason ?? problem.code)
  })
  source.addEventListener('return', () => end(null))
  // It would try again by itself, but with the id that it began with, and not after every failure.
  source.addEventListener('error', () => end(null))
  return close
}
