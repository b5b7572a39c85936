import { useMutation } from '@tanstack/react-query'
import { Monitor, Smartphone } from 'lucide-react'
import { describeProblem } from '../../lib/problem.ts'
import { trpc, trpcClient, type Outputs } from '../../lib/trpc.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { notify, notifyProblem } from '../../ui/toast.tsx'
import { Ago } from '../connections/ago.tsx'
import { deviceOf } from './device.ts'

type Session = Outputs['sessions']['list']['sessions'][number]

interface SessionRowProps {
  session: Session
  /** Called when it is gone. */
  onEnded: () => void
}

/** One browser that is signed in: which, from where, since when, and when last. */
export function SessionRow({ session, onEnded }: SessionRowProps) {
  const { id, userAgent, origin, createdAt, lastUsedAt, isCurrent } = session
  const { name, isHandheld } = deviceOf(userAgent)
  const Icon = isHandheld ? Smartphone : Monitor
  const end = useMutation({
    mutationFn: () => trpcClient.sessions.revoke.mutate({ id }),
    onError: (error) => notifyProblem('The session was not ended', describeProblem(error).message),
    onSuccess: () => notify('Session ended', `${name} is signed out.`),
    onSettled: async (_data, error) => {
      await trpc.sessions.list.invalidate()
      if (!error) onEnded()
    },
  })
  return (
    <li className="flex flex-wrap items-center gap-3 py-3 first:pt-0 last:pb-0">
      <Icon aria-hidden className="size-5 shrink-0 text-muted" />
      <div className="flex min-w-0 flex-[1_1_12rem] flex-col">
        <p className="font-medium wrap-anywhere text-heading">{name}</p>
        <p className="text-[0.8125rem] text-muted">
          {address(origin)} · signed in <Ago at={createdAt} /> · last used <Ago at={lastUsedAt} />
        </p>
      </div>
      {isCurrent ? (
        <Badge tone="success">This browser</Badge>
      ) : (
        <Button
          size="small"
          isBusy={end.isPending}
          aria-label={`End the session of ${name}`}
          onClick={() => end.mutate()}
        >
          End
        </Button>
      )}
    </li>
  )
}

/** `203.0.113.7`, of `web 203.0.113.7`. */
function address(origin: string): string {
  const [, from] = origin.split(' ')
  return from ? `From ${from}` : 'From an unknown address'
}
