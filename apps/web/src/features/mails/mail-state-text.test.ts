import { MAIL_STATUSES } from '@astralis/core/mail/mail'
import { MAIL_KINDS } from '@astralis/core/mail/mail-content'
import { expect, test } from 'vitest'
import { mailStateText } from './mail-state-text.ts'

test('F5: every mail but one that was not needed says how far it has come; only what went wrong is a problem', () => {
  for (const kind of MAIL_KINDS)
    for (const status of MAIL_STATUSES) {
      const state = mailStateText({ kind, status, skipReason: null })
      expect(state === null).toBe(status === 'SKIPPED')
      expect(state?.look === 'problem').toBe(status === 'FAILED' || status === 'UNKNOWN')
    }
})

test('F1: who was asked too late learns so', () => {
  expect(mailStateText({ kind: 'invitation', status: 'SKIPPED', skipReason: 'STARTED' })?.text).toBe(
    'No invitation: it had begun already',
  )
  expect(mailStateText({ kind: 'invitation', status: 'SKIPPED', skipReason: 'CANCELLED' })).toBeNull()
})
