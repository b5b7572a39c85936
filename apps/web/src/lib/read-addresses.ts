import { emailSchema } from '@astralis/core/people/email'

interface Addresses {
  /** Each once. */
  emails: string[]
  /** What is no address. */
  unreadable: string[]
}

/** `Noor Haddad <noor@x.example>` says the address in brackets; names and quotes around it say nothing. */
const NAMED = /<([^<>]*)>/g

/** Reads addresses as people paste them: between commas, semicolons, spaces or lines, or as mail programs write them. */
export function readAddresses(text: string): Addresses {
  const unquoted = text.replaceAll(/"[^"]*"/g, ' ')
  const named = [...unquoted.matchAll(NAMED)].map(([, address = '']) => address)
  // Whatever stands before a bracket, up to the last separator of addresses, is the name of who is in it.
  const plain = unquoted.replaceAll(/[^,;\n<>]*<[^<>]*>/g, ' ')
  const words = [...named, ...plain.split(/[\s,;]+/)].filter(Boolean)
  const emails = new Set<string>()
  const unreadable: string[] = []
  for (const word of words) {
    const address = emailSchema.safeParse(word)
    if (address.success) emails.add(address.data)
    else unreadable.push(word)
  }
  return { emails: [...emails], unreadable }
}
