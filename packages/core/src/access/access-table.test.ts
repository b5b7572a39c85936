import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Role, ROLES } from '../people/role.ts'
import { ACCESS, isProcedureName, type ProcedureName, type Reach, reachOf, ruleOf } from './access-table.ts'

const NAMES = Object.keys(ACCESS).filter(isProcedureName)
const REACHES: Reach[] = ['none', 'own', 'all']

function areas(...names: string[]): ProcedureName[] {
  return NAMES.filter((name) => names.includes(name.slice(0, name.indexOf('.'))))
}

function reaches(role: Role, name: ProcedureName): number {
  return REACHES.indexOf(reachOf(role, name))
}

describe('H2: the table of access', () => {
  it('a role that may more may everything that a lesser one may', () => {
    for (const name of NAMES) expect([name, reaches('ADMIN', name) >= reaches('OPERATOR', name)]).toEqual([name, true])
    for (const name of NAMES) expect([name, reaches('OPERATOR', name) >= reaches('CLIENT', name)]).toEqual([name, true])
  })

  it('an OPERATOR books for everyone, and decides nothing about members', () => {
    for (const name of areas('events', 'scheduling')) expect([name, reachOf('OPERATOR', name)]).toEqual([name, 'all'])
    const deciding = areas('members').filter((name) => ruleOf(name).who !== 'everybody' && name !== 'members.list')
    expect(deciding.length).toBeGreaterThan(4)
    for (const name of deciding)
      expect([name, reachOf('OPERATOR', name), reachOf('CLIENT', name)]).toEqual([name, 'none', 'none'])
  })

  it('a CLIENT reaches nobody else’s events, mails or hours', () => {
    const open = ['events.create', 'events.respond', 'events.invitation', 'availability.get']
    const closed = areas('events', 'scheduling', 'reminders', 'mails', 'availability', 'activity', 'tokens')
    for (const name of closed.filter((one) => !open.includes(one)))
      expect([name, reachOf('CLIENT', name)]).toEqual([name, 'own'])
  })

  it('accounts, sessions and linked calendars are nobody’s but their person’s, whatever the role', () => {
    for (const name of areas('account', 'sessions', 'connections'))
      for (const role of ROLES) expect([name, role, reachOf(role, name)]).toEqual([name, role, 'own'])
  })

  it('no API token can make another, or change how somebody signs in', () => {
    const guarded = NAMES.filter((name) => /^(account|sessions|tokens)\./.test(name)).filter((name) =>
      /create|revoke|Password|link/i.test(name),
    )
    expect(guarded.length).toBeGreaterThan(5)
    for (const name of guarded) expect([name, ruleOf(name).needsSession]).toEqual([name, true])
  })

  it('nobody without an account does more than sign up or in, or follow a link', () => {
    expect(NAMES.filter((name) => ruleOf(name).who === 'everybody').toSorted()).toEqual([
      'auth.googleUrl',
      'auth.me',
      'auth.methods',
      'auth.signIn',
      'auth.signOut',
      'auth.signUp',
      'events.invitation',
      'events.respond',
      'members.acceptInvitation',
      'members.invitation',
    ])
  })

  it('knows no other name, not even those that every object has', () => {
    for (const name of ['toString', '__proto__', 'constructor', 'events', 'Events.get', ''])
      expect(isProcedureName(name)).toBe(false)
    fc.assert(fc.property(fc.string(), (name) => isProcedureName(name) === Object.keys(ACCESS).includes(name)))
  })
})
