import { clsx } from 'clsx'
import { Ago } from './ago.tsx'
import { ConnectButton } from './connect-button.tsx'
import { needsConsent, type Connection } from './connection.ts'

/** What is wrong with a linked account, since when, and what to do about it. */
export function ConnectionProblem({ connection }: { connection: Connection }) {
  const { problem, status } = connection
  if (status === 'DISCONNECTED')
    return (
      <p className="text-muted">
        Nothing is read or sent. What was linked is still known, so connecting again makes nothing double.
      </p>
    )
  if (status === 'PAUSED')
    return (
      <p className="text-muted">
        Nothing is read or sent until you resume. Changes on both sides are kept, and come together then.
      </p>
    )
  if (!problem) return null
  const isBroken = needsConsent(connection)
  return (
    <div
      className={clsx(
        'flex flex-col items-start gap-2 rounded-md border-s-3 px-3 py-2.5 text-[0.8125rem]',
        isBroken
          ? 'border-error bg-error-soft text-on-error-soft'
          : 'border-warning bg-warning-soft text-on-warning-soft',
      )}
    >
      <p className="font-semibold">{problem.message}</p>
      <p>
        {problem.action}{' '}
        <span className="whitespace-nowrap">
          (since <Ago at={problem.since} />)
        </span>
      </p>
      {isBroken && (
        <ConnectButton connectionId={connection.id} variant="primary" size="small">
          Reconnect
        </ConnectButton>
      )}
    </div>
  )
}
