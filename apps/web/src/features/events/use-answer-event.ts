import { useMutation } from '@tanstack/react-query'
import { describeProblem } from '../../lib/problem.ts'
import { trpcClient } from '../../lib/trpc.ts'
import { notify, notifyProblem, notifyWithUndo } from '../../ui/toast.tsx'
import { ANSWERS, type Answer } from '../invitations/answers.ts'
import type { CalendarEvent, EventParticipant } from './calendar-event.ts'
import { refreshEvents } from './event-cache.ts'
import { reachText } from './scope-text.ts'

interface OwnAnswer {
  event: Pick<CalendarEvent, 'id' | 'title'>
  status: Answer
  scope: 'this' | 'all'
  /** What was answered before. */
  before: EventParticipant['status']
}

const DONE: Record<Answer, string> = {
  accepted: 'You said yes to',
  tentative: 'You said maybe to',
  declined: 'You said no to',
}

/** Gives one's own answer to an event or all of its series, and offers to take it back where there was one before. */
export function useAnswerEvent() {
  const { mutate, isPending, variables } = useMutation({
    mutationFn: ({ event: { id }, status, scope }: OwnAnswer) =>
      trpcClient.events.respond.mutate({ id, status, scope }),
    onSuccess: (_answered, { event, status, scope, before }) => {
      const reach = reachText(event.title, scope)
      const message = `${DONE[status]} ${scope === 'all' ? reach.replace('All', 'all') : reach}`
      const earlier = ANSWERS.find((answer) => answer === before)
      if (!earlier || earlier === status) return notify(message)
      notifyWithUndo(message, () => mutate({ event, status: earlier, scope, before: status }))
    },
    onError: (error, { event }) =>
      notifyProblem(`Your answer to “${event.title}” was not taken`, describeProblem(error).message),
    onSettled: refreshEvents,
  })
  return { answer: mutate, answering: isPending ? variables.status : null }
}
