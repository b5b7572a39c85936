import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { LoadingCard } from '../../ui/loading-card.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

interface LoadedProps<T> {
  query: UseQueryResult<T>
  /** What is loaded, as it stands in a sentence: `reminders`. */
  name: string
  children: (data: T) => ReactNode
}

/** A part of the settings once it is there; before that its shape, or why it is not. */
export function Loaded<T>({ query: { data, error, isFetching, refetch }, name, children }: LoadedProps<T>) {
  if (data !== undefined) return children(data)
  if (error)
    return (
      <div className="rounded-lg border border-line bg-surface">
        <LoadFailed
          title={`Your ${name} could not be loaded`}
          error={error}
          isRetrying={isFetching}
          onRetry={() => void refetch()}
        />
      </div>
    )
  return (
    <LoadingCard label={`Loading your ${name}`}>
      <Skeleton className="h-5 w-32" />
      <Skeleton className="h-10 w-72 max-w-full" />
      <Skeleton className="h-10 w-72 max-w-full" />
      <Skeleton className="h-8 w-36" />
    </LoadingCard>
  )
}
