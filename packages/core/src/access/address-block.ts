/**
 * By what attempts from a network address are counted: IPv4 addresses one by one, also in IPv6's notation of them; of IPv6
 * the network of 64 bits, because whoever has one address there has all of them (RFC 6177, 2).
 */
export function addressBlock(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().replace(/%.*$/, '').split('::')
  const before = groupsOf(head)
  const after = groupsOf(tail ?? '')
  const left = Math.max(0, 8 - before.length - after.length)
  const all = [...before, ...Array.from({ length: left }, () => '0'), ...after]
  const network = all.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''))
  return `${network.join(':')}::/64`
}

function groupsOf(part: string): string[] {
  return part === '' ? [] : part.split(':')
}
