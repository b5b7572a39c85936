import { clsx } from 'clsx'
import { LoaderCircle } from 'lucide-react'
import type { ComponentProps } from 'react'

const VARIANTS = {
  primary: 'bg-primary text-on-primary shadow-card hover:bg-primary-hover',
  secondary: 'border border-line bg-surface text-ink shadow-card hover:bg-hover',
  ghost: 'text-ink hover:bg-hover',
  danger: 'bg-error-strong text-on-error shadow-card hover:brightness-95',
  'danger-ghost': 'text-error-strong hover:bg-error-soft',
} as const

const SIZES = {
  small: 'h-8 gap-1.5 px-3 text-[0.8125rem]',
  medium: 'h-9 gap-2 px-4 text-sm',
  large: 'h-11 gap-2 px-5 text-[0.9375rem]',
} as const

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: keyof typeof VARIANTS
  size?: keyof typeof SIZES
  /** Shows a spinner and ignores presses, but keeps the focus. */
  isBusy?: boolean
  /** Looks and says that it is disabled and ignores presses, but keeps the focus: for what its own press makes useless. */
  isIdle?: boolean
}

export function Button({
  variant = 'secondary',
  size = 'medium',
  isBusy = false,
  isIdle = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={isBusy}
      aria-disabled={isBusy || isIdle || rest.disabled}
      onClick={(event) => (isBusy || isIdle ? event.preventDefault() : onClick?.(event))}
      className={clsx(
        'inline-flex shrink-0 items-center justify-center rounded-md font-medium whitespace-nowrap transition-colors select-none disabled:opacity-50',
        VARIANTS[variant],
        SIZES[size],
        isBusy && 'opacity-80',
        isIdle && 'cursor-not-allowed opacity-50',
        className,
      )}
    >
      {isBusy && <LoaderCircle aria-hidden className="size-4 animate-spin" />}
      {children}
    </button>
  )
}
