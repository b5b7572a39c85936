/**
 * The whole address of a path of ours with these parameters. Some paths, such as `/a/..//b`, are addresses of other sites by
 * themselves.
 */
export function ownAddress(path: string, parameters: Record<string, string>, publicUrl: string): string {
  const { origin } = new URL(publicUrl)
  const { pathname, search, hash } = new URL(path, origin)
  const address = new URL(origin)
  address.pathname = pathname
  address.search = search
  address.hash = hash
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value)
  return address.href
}
