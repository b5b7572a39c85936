import { createTestWorld, type TestWorld } from '@astralis/services/testing/test-world'
import fc from 'fast-check'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inOrder, NO_CALENDAR, receive, type RecipientCalendar, type Shown, shownIn } from './itip-calendar.ts'
import { begin, someBeginning, someStep, take } from './itip-changes.ts'
import { type Life, startLife, storedEvents, WINDOW } from './itip-life.ts'

const RUNS = 100

let world: TestWorld
let owner: postgres.Sql
beforeAll(async () => {
  world = await createTestWorld()
  owner = postgres(world.url, { max: 1 })
})
afterAll(async () => {
  await owner.end()
  await world.close()
})

/** What somebody takes part in by the database. */
async function takesPartIn(life: Life, email: string): Promise<Shown[]> {
  const events = await storedEvents(life)
  const own = events.filter(
    ({ status, participants }) => status !== 'CANCELLED' && participants.some((person) => person.email === email),
  )
  return inOrder(
    own.map(({ startsAt, endsAt, allDay, timeZone, title }) => {
      const tell = (instant: typeof startsAt) =>
        allDay ? instant.toZonedDateTimeISO(timeZone).toPlainDate().toString() : instant.toString()
      return { startsAt: tell(startsAt), endsAt: tell(endsAt), title }
    }),
  )
}

function calendarOf({ mails }: Life, email: string): RecipientCalendar {
  const sent = mails.flatMap(({ message: { to, calendar } }) =>
    to.email === email && calendar ? [calendar.content] : [],
  )
  return sent.reduce(receive, NO_CALENDAR)
}

it('F1: whoever follows their mails has in their calendar what they take part in, whatever happens to a meeting', async () => {
  await fc.assert(
    fc.asyncProperty(someBeginning, fc.array(someStep, { minLength: 1, maxLength: 8 }), async (beginning, steps) => {
      const life = await startLife(world, owner)
      await begin(life, beginning)
      await life.deliver()
      const check = async () => {
        for (const email of [life.bob.actor.email, life.guest])
          expect(shownIn(calendarOf(life, email), WINDOW)).toEqual(await takesPartIn(life, email))
      }
      await check()
      for (const [nth, step] of steps.entries()) {
        await take(life, step)
        if (step.delivery === null && nth < steps.length - 1) continue
        await life.deliver(step.delivery ?? 'together')
        await check()
      }
    }),
    { numRuns: RUNS },
  )
}, 900_000)
