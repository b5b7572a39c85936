import { expect, it } from 'vitest'
import { sampleMail } from '../testing/sample-mail.ts'
import { createOutboxChannel } from './outbox-channel.ts'

it('F6: the outbox takes everything, as often as it is given, and its mail comes from where people are', async () => {
  const channel = createOutboxChannel({ publicUrl: 'https://calendar.example.com:8443/team' })
  await channel.send(sampleMail(), 'reminder/1/1')
  await channel.send(sampleMail({ to: { email: '', name: null } }), 'reminder/1/1')
  expect(channel.keyHours).toBe(Infinity)
  expect(channel.sender).toEqual({ email: 'scheduling@calendar.example.com', name: 'AstralisOps' })
})
