import { Link } from '@tanstack/react-router'
import { useUsesOutbox } from '../auth/use-user.ts'

/** How the links of `count` invitations travel besides. */
export function MailNote({ count }: { count: number }) {
  const usesOutbox = useUsesOutbox()
  const subject = count === 1 ? 'The link is also' : 'The links are also'
  if (!usesOutbox) return `${subject} sent by mail.`
  return (
    <>
      {subject} in {count === 1 ? 'a mail, which stays' : 'mails, which stay'} in the{' '}
      <Link to="/outbox" className="font-medium text-primary underline underline-offset-2">
        outbox
      </Link>
      : no mail service is set up.
    </>
  )
}
