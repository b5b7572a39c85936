import { clsx } from 'clsx'

/** Grounds on which white text has a contrast of at least 4.5. */
const GROUNDS = [
  'bg-[#2b6cb0]',
  'bg-[#276749]',
  'bg-[#9c4221]',
  'bg-[#6b46c1]',
  'bg-[#285e61]',
  'bg-[#97266d]',
] as const

function initials(name: string): string {
  const words = name.split(/[\s.@_-]+/).filter(Boolean)
  const letters = words.slice(0, 2).map((word) => word.charAt(0))
  return letters.join('').toUpperCase()
}

const HASH_FACTOR = 31
const HASH_LIMIT = 65_521

function groundOf(key: string): string {
  let hash = 0
  for (const character of key) hash = (hash * HASH_FACTOR + (character.codePointAt(0) ?? 0)) % HASH_LIMIT
  return GROUNDS[hash % GROUNDS.length] ?? GROUNDS[0]
}

/** A person's initials; decoration beside their name. The same e-mail always has the same colour. */
export function Avatar({ name, email, className }: { name: string | null; email: string; className?: string }) {
  return (
    <span
      aria-hidden
      className={clsx(
        'inline-flex shrink-0 items-center justify-center rounded-full font-semibold text-white',
        groundOf(email),
        className ?? 'size-8 text-xs',
      )}
    >
      {initials(name ?? email)}
    </span>
  )
}
