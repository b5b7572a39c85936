import { PROVIDER_NAMES, type Connection } from './connection.ts'

/** The initial of a service in a tile; decoration beside its name. */
export function ProviderMark({ provider }: Pick<Connection, 'provider'>) {
  return (
    <span
      aria-hidden
      className="flex size-10 shrink-0 items-center justify-center rounded-lg border border-line bg-sunken text-lg font-semibold text-heading"
    >
      {PROVIDER_NAMES[provider].charAt(0)}
    </span>
  )
}
