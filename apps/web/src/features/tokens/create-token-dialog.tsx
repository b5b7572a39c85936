import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { trpc, trpcClient, type Inputs } from '../../lib/trpc.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { CopyField } from '../../ui/copy-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TokenForm } from './token-form.tsx'

/** Makes a token, and shows it the only time that it can be seen. */
export function CreateTokenDialog({ onClose }: { onClose: () => void }) {
  const create = useMutation({
    mutationFn: (token: Inputs['tokens']['create']) => trpcClient.tokens.create.mutate(token),
    onSuccess: () => trpc.tokens.list.invalidate(),
    // The token stays in no cache.
    gcTime: 0,
  })
  const { data, variables } = create
  return (
    <Dialog
      title={data ? `Token for ${variables?.name}` : 'New API token'}
      firstFocus="input"
      keepsOpen={data !== undefined}
      onClose={onClose}
    >
      {data ? <NewToken token={data.token} onClose={onClose} /> : <TokenForm create={create} onClose={onClose} />}
    </Dialog>
  )
}

function NewToken({ token, onClose }: { token: string; onClose: () => void }) {
  const content = useRef<HTMLDivElement>(null)
  // The button that had the focus went with the form.
  useEffect(() => content.current?.querySelector('button')?.focus(), [])
  return (
    <div ref={content} className="flex flex-col gap-4">
      <Banner tone="warning" title="Copy it now: it is not shown again">
        <p>Whoever has it can act as you. Keep it where your tool keeps its secrets, and nowhere else.</p>
      </Banner>
      <CopyField label="Token" value={token} />
      <Button variant="primary" onClick={onClose} className="self-end">
        Done
      </Button>
    </div>
  )
}
