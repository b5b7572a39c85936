/** What a member may do: ADMIN everything, OPERATOR books for everyone, CLIENT books for themselves. */
export const ROLES = ['ADMIN', 'OPERATOR', 'CLIENT'] as const
export type Role = (typeof ROLES)[number]
