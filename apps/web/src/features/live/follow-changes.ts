import type { Topic } from '@astralis/core/live/topic'
import { focusManager, onlineManager } from '@tanstack/react-query'
import { noticeReason } from '../../lib/query-client.ts'
import { openStream } from './open-stream.ts'

const AGAIN_MILLISECONDS = 1000
/** After a refusal, which may have gone by then. */
const LATER_MILLISECONDS = 30_000

/**
 * Calls back with the topics of what has changed, for as long as the page is seen and the browser has a network: a browser
 * opens six connections to a server at most, so pages that nobody sees let theirs go. Whoever comes back is told what was
 * missed. The server ends a stream now and then, to see who listens.
 */
export function followChanges(onChange: (topics: Topic[]) => void): () => void {
  let lastEventId: string | null = null
  let close: (() => void) | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const open = () => {
    close = openStream(lastEventId, {
      onNews(id, topics) {
        lastEventId = id
        if (topics.length > 0) onChange(topics)
      },
      onEnd(refusal) {
        noticeReason(refusal)
        timer = setTimeout(open, refusal === null ? AGAIN_MILLISECONDS : LATER_MILLISECONDS)
      },
    })
  }
  const pause = () => {
    clearTimeout(timer)
    close?.()
  }
  const update = () => {
    pause()
    if (focusManager.isFocused() && onlineManager.isOnline()) open()
  }
  const leave = [focusManager.subscribe(update), onlineManager.subscribe(update)]
  update()
  return () => {
    for (const unsubscribe of leave) unsubscribe()
    pause()
  }
}
