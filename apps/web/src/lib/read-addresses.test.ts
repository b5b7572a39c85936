import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAddresses } from './read-addresses.ts'

test.each([
  { text: 'noor@x.example', emails: ['noor@x.example'] },
  {
    text: 'a@x.example, b@x.example;c@x.example\nd@x.example  e@x.example',
    emails: ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@x.example`),
  },
  { text: 'Noor Haddad <Noor@X.example>, "Lind, Mara" <mara@x.example>', emails: ['noor@x.example', 'mara@x.example'] },
  { text: 'Noor Haddad <noor@x.example>\nkai@x.example', emails: ['noor@x.example', 'kai@x.example'] },
  { text: 'noor@x.example NOOR@x.example', emails: ['noor@x.example'] },
  { text: 'noor at home, kai@x.example', emails: ['kai@x.example'], unreadable: ['noor', 'at', 'home'] },
  { text: ' ,;\n', emails: [] },
])('H1: $text', ({ text, emails, unreadable = [] }) => {
  expect(readAddresses(text)).toEqual({ emails, unreadable })
})

test('H1: addresses are read from between any separators, each once', () => {
  const address = fc.stringMatching(/^[a-z]{1,8}@[a-z]{1,8}\.example$/)
  const separator = fc.constantFrom(',', ';', '\n', ' ', ', ', ' ;\n')
  fc.assert(
    fc.property(fc.array(address), separator, (addresses, between) => {
      expect(readAddresses(addresses.join(between))).toEqual({ emails: [...new Set(addresses)], unreadable: [] })
    }),
  )
})
