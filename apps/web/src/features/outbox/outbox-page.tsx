import { reachOf } from '@astralis/core/access/access-table'
import { getRouteApi } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { Inbox, MailOpen, RotateCw } from 'lucide-react'
import { useState } from 'react'
import { PageFrame } from '../../app/page-frame.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { useUser, useUsesOutbox } from '../auth/use-user.ts'
import { OutboxList } from './outbox-list.tsx'
import { OutboxMessageView } from './outbox-message-view.tsx'
import { OutboxSkeleton } from './outbox-skeleton.tsx'
import { useOutbox } from './use-outbox.ts'

const route = getRouteApi('/signed-in/outbox')

/** Mail that would have been sent had there been a mail service: a list, and beside it the one that is read. */
export function OutboxPage() {
  const { message } = route.useSearch()
  const { data, error, isFetching, refetch, ...outbox } = useOutbox()
  // Not while the list looks by itself: that would flicker.
  const [isRefreshing, setIsRefreshing] = useState(false)
  const refresh = async () => {
    setIsRefreshing(true)
    await refetch()
    setIsRefreshing(false)
  }
  return (
    <PageFrame
      title="Outbox"
      lead="Mail that stays here, because no mail service is set up."
      actions={
        <Button size="small" isBusy={isRefreshing} onClick={() => void refresh()}>
          {!isRefreshing && <RotateCw aria-hidden className="size-4" />}
          Refresh
        </Button>
      }
    >
      {!data && error && (
        <LoadFailed
          title="The outbox could not be loaded"
          error={error}
          isRetrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {!data && !error && <OutboxSkeleton />}
      {data?.length === 0 && !message && <NothingThere />}
      {data && (data.length > 0 || message) && (
        <div className="flex h-full">
          <div
            className={clsx(
              'w-full overflow-y-auto border-line bg-surface lg:w-96 lg:shrink-0 lg:border-e',
              message && 'max-lg:hidden',
            )}
          >
            <OutboxList
              entries={data}
              openId={message}
              hasMore={outbox.hasNextPage}
              isLoadingMore={outbox.isFetchingNextPage}
              onMore={() => void outbox.fetchNextPage()}
            />
          </div>
          <div className={clsx('min-w-0 flex-1 overflow-y-auto', !message && 'max-lg:hidden')}>
            {message ? (
              <OutboxMessageView key={message} id={message} />
            ) : (
              <div className="flex h-full items-center justify-center">
                <EmptyState icon={MailOpen} title="No mail is open">
                  Choose one from the list to read it.
                </EmptyState>
              </div>
            )}
          </div>
        </div>
      )}
    </PageFrame>
  )
}

function NothingThere() {
  const seesAll = reachOf(useUser().role, 'mails.outbox') === 'all'
  const usesOutbox = useUsesOutbox()
  return (
    <div className="flex h-full items-center justify-center py-8">
      <EmptyState icon={Inbox} title="The outbox is empty">
        {usesOutbox
          ? 'No mail service is set up, so mail stays here instead of being sent. Invite somebody to an event, and a few seconds later the invitation is here.'
          : 'Mail is sent by the mail service that is set up, so nothing stays here.'}
        {usesOutbox && !seesAll && ' You see what is addressed to you; admins see all of it.'}
      </EmptyState>
    </div>
  )
}
