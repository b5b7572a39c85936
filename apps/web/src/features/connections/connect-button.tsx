import { Plug } from 'lucide-react'
import { Button, type ButtonProps } from '../../ui/button.tsx'
import { useConnect } from './use-connect.ts'

interface ConnectButtonProps extends Pick<ButtonProps, 'variant' | 'size' | 'disabled'> {
  /** The account whose consent is renewed; none for another one. */
  connectionId?: string
  children: string
}

/** Asks Google for consent: the first time, for another account, or again. */
export function ConnectButton({ connectionId, children, ...look }: ConnectButtonProps) {
  const connect = useConnect(connectionId)
  return (
    <Button {...look} isBusy={connect.isPending} onClick={() => connect.mutate()}>
      {!connect.isPending && <Plug aria-hidden className="size-4" />}
      {children}
    </Button>
  )
}
