/** Something that one part of the app asks of another, which may not be there yet. */
export function signal<T>() {
  let waiting: { request: T } | null = null
  let listener: ((request: T) => void) | null = null
  return {
    send: (request: T): void => {
      if (listener) listener(request)
      else waiting = { request }
    },
    /** Calls `next` with what is asked from now on, and what nobody has answered yet; ends with what it returns. */
    listen: (next: (request: T) => void): (() => void) => {
      listener = next
      const asked = waiting
      waiting = null
      if (asked) next(asked.request)
      return () => {
        if (listener === next) listener = null
      }
    },
  }
}
