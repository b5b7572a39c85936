import { ArrowRightLeft } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import type { Member } from './member.ts'
import { TransferDialog } from './transfer-dialog.tsx'

interface TransferButtonProps {
  member: Member
  heirs: readonly Member[]
}

/** Asks who takes somebody's coming meetings over. */
export function TransferButton({ member, heirs }: TransferButtonProps) {
  const [isAsked, setIsAsked] = useState(false)
  return (
    <>
      <Button
        size="small"
        variant="ghost"
        aria-label={`Hand over the meetings of ${member.name}`}
        onClick={() => setIsAsked(true)}
      >
        <ArrowRightLeft aria-hidden className="size-4 text-muted" />
        Hand over
      </Button>
      {isAsked && <TransferDialog member={member} heirs={heirs} onClose={() => setIsAsked(false)} />}
    </>
  )
}
