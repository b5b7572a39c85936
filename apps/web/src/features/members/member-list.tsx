import { Card } from '../../ui/card.tsx'
import type { Member } from './member.ts'
import { MemberRow } from './member-row.tsx'
import { useFocusKept } from '../../ui/use-focus-kept.ts'

interface MemberListProps {
  /** Those who can sign in. */
  members: readonly Member[]
  ownId: string
  mayManage: boolean
}

/** Everybody who can sign in, by name. */
export function MemberList({ members, ownId, mayManage }: MemberListProps) {
  const list = useFocusKept<HTMLUListElement>(members.length)
  return (
    <Card title="Members" lead={members.length === 1 ? 'Only you so far.' : `${members.length} people`}>
      <ul ref={list} tabIndex={-1} aria-label="Members" className="outline-none">
        {members.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            isOwn={member.id === ownId}
            mayManage={mayManage}
            heirs={members.filter(({ id }) => id !== member.id)}
          />
        ))}
      </ul>
    </Card>
  )
}
