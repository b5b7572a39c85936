import { BROWSER_TIME_ZONE } from '../time-zone/time-zones.ts'
import { AnswerForm } from './answer-form.tsx'
import { Closed } from './closed.tsx'
import type { Invitation } from './invitation.ts'
import { InvitationFacts } from './invitation-facts.tsx'

/** What somebody is invited to, and what there is to answer. Who was taken off it learns no more of it. */
export function InvitationCard({ token, invitation }: { token: string; invitation: Invitation }) {
  const { state, title, organizer } = invitation
  return (
    <>
      <header className="flex flex-col gap-1 px-5 pt-6 pb-5 sm:px-8 sm:pt-8">
        <p className="font-medium text-muted">{organizer ? `${organizer} invites you` : 'You are invited'}</p>
        <h1 className="text-2xl leading-8 font-semibold tracking-tight wrap-anywhere text-heading">{title}</h1>
      </header>
      {state !== 'removed' && (
        <div className="px-5 pb-6 sm:px-8">
          <InvitationFacts invitation={invitation} timeZone={BROWSER_TIME_ZONE} />
        </div>
      )}
      <div className="border-t border-line px-5 py-6 sm:px-8">
        {state === 'open' ? (
          <AnswerForm token={token} invitation={invitation} />
        ) : (
          <Closed state={state} answer={invitation.answer} />
        )}
      </div>
    </>
  )
}
