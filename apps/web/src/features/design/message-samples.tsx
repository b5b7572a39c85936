import { CalendarDays, Check, Clock } from 'lucide-react'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { BrandMark } from '../../ui/brand-mark.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LoadingCard } from '../../ui/loading-card.tsx'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { Sample } from './sample.ts'
import { SampleRow } from './sample-row.tsx'

const TONES = ['neutral', 'info', 'success', 'warning', 'error'] as const
const BANNERS = ['info', 'warning', 'error'] as const
const PEOPLE = ['ines', 'jonas', 'amara', 'kiran', 'lena', 'noor', 'sora']

function Badges() {
  return (
    <>
      <SampleRow label="Tones">
        {TONES.map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
      </SampleRow>
      <SampleRow label="With an icon">
        <Badge tone="success" icon={Check}>
          Accepted
        </Badge>
        <Badge tone="warning" icon={Clock}>
          Waiting
        </Badge>
      </SampleRow>
    </>
  )
}

function Banners() {
  return BANNERS.map((tone) => (
    <Banner
      key={tone}
      tone={tone}
      title={`This is a banner of tone ${tone}`}
      actions={<Button size="small">Connect again</Button>}
    >
      <p>It says what is the matter, and stays until that is over.</p>
    </Banner>
  ))
}

function Empty() {
  return (
    <EmptyState icon={CalendarDays} title="Nothing scheduled" action={<Button variant="primary">New event</Button>}>
      Draw on the grid, or press c.
    </EmptyState>
  )
}

function Failed() {
  const error = new Error('The server could not be reached.')
  return <LoadFailed title="The hours could not be loaded" error={error} isRetrying={false} onRetry={() => {}} />
}

function Loading() {
  return (
    <LoadingCard label="A sample of loading">
      <Skeleton className="h-5 w-32" />
      <Skeleton className="h-10" />
    </LoadingCard>
  )
}

function Avatars() {
  return (
    <SampleRow label="By e-mail; sizes">
      {PEOPLE.map((name) => (
        <Avatar key={name} name={`${name} p`} email={`${name}@example.com`} />
      ))}
      <Avatar name={null} email="guest@example.com" className="size-6 text-[0.625rem]" />
      <Avatar name="Ana Silva" email="ana@example.com" className="size-12 text-base" />
    </SampleRow>
  )
}

/** What says something, or stands for somebody. */
export const MESSAGE_SAMPLES: readonly Sample[] = [
  { files: ['badge'], Content: Badges },
  { files: ['banner'], Content: Banners },
  { files: ['empty-state'], Content: Empty },
  { files: ['load-failed'], Content: Failed },
  { files: ['skeleton', 'loading-card'], Content: Loading },
  { files: ['avatar'], Content: Avatars },
  { files: ['brand-mark'], Content: () => <BrandMark className="size-12" /> },
]
