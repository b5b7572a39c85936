/** The four-pointed star in a blue tile; the same drawing as public/favicon.svg. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={className}>
      <rect width="32" height="32" rx="8" fill="#2b6cb0" />
      <path
        d="M16 5.5c.9 6.3 3.3 8.7 9.6 9.6v1.8c-6.3.9-8.7 3.3-9.6 9.6-.9-6.3-3.3-8.7-9.6-9.6v-1.8c6.3-.9 8.7-3.3 9.6-9.6z"
        fill="#fff"
      />
      <circle cx="24.5" cy="7.5" r="2" fill="#90cdf4" />
    </svg>
  )
}
