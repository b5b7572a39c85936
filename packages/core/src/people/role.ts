/** What a member may do; ACCESS (access/access-table.ts) is the truth of it. */
export const ROLES = ['ADMIN', 'OPERATOR', 'CLIENT'] as const
export type Role = (typeof ROLES)[number]

export const ROLE_NAMES: Record<Role, string> = { ADMIN: 'Admin', OPERATOR: 'Operator', CLIENT: 'Client' }

/** What each may do, in a sentence for whoever gives somebody a role. */
export const ROLE_DESCRIPTIONS: Record<Role, string> = {
  ADMIN: 'May do everything: book for everyone, set everybody’s hours, and decide who is a member and may do what.',
  OPERATOR: 'Books, changes and sees the meetings of everyone; has no say in members.',
  CLIENT: 'Books and changes their own meetings; of others they see only when these are busy.',
}
