import { UserRoundX } from 'lucide-react'
import { Banner } from '../../ui/banner.tsx'
import { strangersIn, strangersText } from './strangers.ts'
import type { Suggestions } from './suggestions.ts'

/** What to know of the times below: about whom nothing is known, in one sentence however many they are, and the rest. */
export function SearchNotes({ warnings }: Pick<Suggestions, 'warnings'>) {
  const strangers = strangersIn(warnings)
  const others = warnings.filter(({ code }) => code !== 'UNKNOWN_PERSON')
  return (
    <>
      {strangers.emails.length > 0 && (
        <Banner tone="info" icon={UserRoundX} title="Not everybody’s hours are known">
          <p className="wrap-anywhere">
            {strangersText(strangers)} {strangers.emails.length === 1 && !strangers.isMore ? 'has' : 'have'} no account
            here: they are taken to be free, but for meetings of this organization. You can book all the same: they get
            an invitation by mail, and can decline.
          </p>
        </Banner>
      )}
      {others.length > 0 && (
        <Banner tone="warning" title="Please note">
          {others.map(({ code, email, message }) => (
            <p key={`${code} ${email}`}>{message}</p>
          ))}
        </Banner>
      )}
    </>
  )
}
