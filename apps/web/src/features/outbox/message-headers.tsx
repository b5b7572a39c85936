import { formatMoment } from '../../lib/format-time.ts'
import { Badge } from '../../ui/badge.tsx'
import { useUser } from '../auth/use-user.ts'
import { MAIL_KIND_LOOKS, type OutboxMessage } from './mail-kind-looks.ts'

/** Whom a mail is from and to, and when it would have left. */
export function MessageHeaders({ message }: { message: OutboxMessage }) {
  const { timeZone } = useUser()
  const { subject, kind, from, to, replyTo, sentAt } = message
  const { label, tone } = MAIL_KIND_LOOKS[kind]
  const headers = [
    { name: 'From', value: addressText(from) },
    { name: 'To', value: addressText(to) },
    ...(replyTo ? [{ name: 'Reply to', value: addressText(replyTo) }] : []),
    { name: 'Sent', value: formatMoment(sentAt, timeZone) },
  ]
  return (
    <header className="flex shrink-0 flex-col gap-2 px-4 pt-2 pb-3 lg:px-6 lg:pt-5">
      <div className="flex items-start justify-between gap-3">
        <h2 className="min-w-0 text-lg leading-6 font-semibold wrap-anywhere text-heading">{subject}</h2>
        <Badge tone={tone}>{label}</Badge>
      </div>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-0.5 text-[0.8125rem]">
        {headers.map(({ name, value }) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-muted">{name}</dt>
            <dd className="wrap-anywhere text-ink">{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  )
}

/** `Ana Silva <ana@lighthouse.example>` */
function addressText({ name, email }: { name: string | null; email: string }): string {
  return name ? `${name} <${email}>` : email
}
