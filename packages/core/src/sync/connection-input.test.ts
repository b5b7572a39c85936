import { describe, expect, it } from 'vitest'
import { authorizationUrlInput, connectionLogInput, updateConnectionInput } from './connection-input.ts'

const ID = '0190a0a0-0000-7000-8000-000000000000'

describe('security: where the browser comes back to', () => {
  const accepts = (returnTo: string) => authorizationUrlInput.safeParse({ provider: 'GOOGLE', returnTo }).success
  it.each(['/', '/calendar', '/calendar/connections?from=a#b', '/a//b', '/@host', '/%2F%2Fhost', '/caf\u00E9'])(
    '%j',
    (path) => {
      expect(accepts(path)).toBe(true)
    },
  )
  it.each([
    '',
    'calendar',
    '//host',
    String.raw`/\host`,
    String.raw`\\host`,
    String.raw`/a\b`,
    '/\t/host',
    '/\n/host',
    '/calendar\r\nLocation: x',
    '/\u0000',
    ' /calendar',
    'https://host/',
    'javascript:alert(1)',
    `/${'a'.repeat(500)}`,
  ])('not %j', (path) => {
    expect(accepts(path)).toBe(false)
  })
  it('is the page of connections where nothing is said', () => {
    expect(authorizationUrlInput.parse({ provider: 'GOOGLE' }).returnTo).toBe('/calendar/connections')
  })
})

describe('inputs of connections', () => {
  it('takes services that can be linked only', () => {
    expect(authorizationUrlInput.safeParse({ provider: 'APPLE' }).success).toBe(false)
  })
  it('takes what changes, and nothing else', () => {
    expect(updateConnectionInput.parse({ id: ID, calendarIds: [] })).toEqual({ id: ID, calendarIds: [] })
    expect(updateConnectionInput.safeParse({ id: ID, status: 'ACTIVE' }).success).toBe(false)
  })
  it('filters the log by outcomes that there are', () => {
    expect(connectionLogInput.safeParse({ id: ID, outcomes: ['push', 'quarantined'], direction: 'push' }).success).toBe(
      true,
    )
    expect(connectionLogInput.safeParse({ id: ID, outcomes: ['lost'] }).success).toBe(false)
  })
})
