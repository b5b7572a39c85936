import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowLeft, MailX } from 'lucide-react'
import { describeProblem } from '../../lib/problem.ts'
import { trpc } from '../../lib/trpc.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import type { OutboxMessage } from './mail-kind-looks.ts'
import { MessageHeaders } from './message-headers.tsx'
import { previewDocument } from './preview-document.ts'

/** One mail of the outbox, as its recipient would have had it. */
export function OutboxMessageView({ id }: { id: string }) {
  const { data, error, isFetching, refetch } = useQuery(trpc.mails.outboxMessage.queryOptions({ id }))
  return (
    <article aria-label="Mail" className="flex h-full flex-col bg-surface">
      <Link
        to="/outbox"
        search={{}}
        className="flex h-10 shrink-0 items-center gap-1.5 self-start px-3 font-medium text-primary lg:hidden"
      >
        <ArrowLeft aria-hidden className="size-4" />
        All mails
      </Link>
      {data && <Message message={data.message} />}
      {!data && error && <Failed error={error} isRetrying={isFetching} onRetry={() => void refetch()} />}
      {!data && !error && (
        <div role="status" aria-label="Loading the mail" className="flex flex-col gap-3 p-4 lg:p-6">
          <Skeleton className="h-7 w-72" />
          <Skeleton className="h-16" />
          <Skeleton className="h-96" />
        </div>
      )}
    </article>
  )
}

function Failed({ error, ...retry }: { error: Error; isRetrying: boolean; onRetry: () => void }) {
  if (describeProblem(error).reason !== 'NOT_FOUND')
    return <LoadFailed title="The mail could not be loaded" error={error} {...retry} />
  return (
    <div className="flex h-full items-center justify-center py-8">
      <EmptyState icon={MailX} title="There is no such mail">
        It may be addressed to somebody else, or the link may be cut off.
      </EmptyState>
    </div>
  )
}

function Message({ message }: { message: OutboxMessage }) {
  const { html, text, calendar, subject } = message
  const preview = (
    <iframe
      title={`Preview of “${subject}”`}
      // No scripts; links open tabs, which are then pages like any other.
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      srcDoc={previewDocument(html)}
      className="min-h-[36rem] w-full flex-1 lg:min-h-96"
    />
  )
  const tabs = [
    { value: 'preview', label: 'Preview', content: preview },
    { value: 'text', label: 'Text', content: <Plain label="Text of the mail" text={text} /> },
  ]
  if (calendar)
    tabs.push({
      value: 'calendar',
      label: 'Calendar',
      content: (
        <>
          <p className="px-4 pt-3 text-muted lg:px-6">
            Method <span className="font-semibold text-ink">{calendar.method}</span>
          </p>
          <Plain label="Calendar file" text={calendar.content} />
        </>
      ),
    })
  return (
    <>
      <MessageHeaders message={message} />
      <Tabs label="Parts of the mail" tabs={tabs} />
    </>
  )
}

function Plain({ label, text }: { label: string; text: string }) {
  return (
    <pre
      aria-label={label}
      className="px-4 py-3 font-mono text-xs leading-5 wrap-anywhere whitespace-pre-wrap text-ink lg:px-6"
    >
      {text}
    </pre>
  )
}
