import { MapPin } from 'lucide-react'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Detail } from '../../ui/detail.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import type { Sample, SampleProps } from './sample.ts'

const LONG = 'A-title-without-any-place-to-break-it-such-as-the-name-of-a-file-that-somebody-pasted'

function Cards({ theme }: SampleProps) {
  return (
    <>
      <Card
        title={`Weekly hours, ${theme}`}
        lead="When people can book you."
        actions={<Button size="small">Copy</Button>}
      >
        <p>What it holds.</p>
      </Card>
      <div dir="rtl" lang="ar">
        <Card
          title={`ساعات العمل، ${theme}`}
          lead="متى يمكن للناس حجز موعد معك."
          actions={<Button size="small">نسخ</Button>}
        >
          <p className="flex flex-wrap items-center gap-2">
            من اليمين إلى اليسار <Badge tone="info">مؤكد</Badge>
          </p>
        </Card>
      </div>
    </>
  )
}

function TabSamples() {
  return (
    <Tabs
      label="Parts of a mail"
      tabs={[
        { value: 'preview', label: 'Preview', content: <p className="p-3">What people see.</p> },
        { value: 'text', label: 'Text', content: <p className="p-3">What old programs see.</p> },
      ]}
    />
  )
}

function Details() {
  return (
    <>
      <Detail icon={MapPin} label="Location">
        Studio 2
      </Detail>
      <Detail icon={MapPin} label="A long location">
        <span className="wrap-anywhere">{LONG}</span>
      </Detail>
    </>
  )
}

/** What holds other things. */
export const LAYOUT_SAMPLES: readonly Sample[] = [
  { files: ['card'], Content: Cards },
  { files: ['tabs'], Content: TabSamples },
  { files: ['detail'], Content: Details },
]
