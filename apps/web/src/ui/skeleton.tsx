import { clsx } from 'clsx'

/** A placeholder of about the size of what is coming. Its container says "loading". */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={clsx('animate-pulse rounded-md bg-line', className)} />
}
