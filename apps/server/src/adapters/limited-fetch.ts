/**
 * A `fetch` that follows no redirects and reads at most `maxBytes` of an answer, counted after decompression. A longer
 * one fails while it is read, and its connection is closed.
 */
export function limitedFetch(maxBytes: number): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: 'error' })
    if (response.body === null) return response
    return new Response(response.body.pipeThrough(limitTo(maxBytes)), response)
  }
}

function limitTo(maxBytes: number): TransformStream<Uint8Array, Uint8Array> {
  let size = 0
  return new TransformStream({
    transform(chunk, controller) {
      size += chunk.byteLength
      if (size > maxBytes) controller.error(new Error(`The answer is longer than ${maxBytes} bytes.`))
      else controller.enqueue(chunk)
    },
  })
}
