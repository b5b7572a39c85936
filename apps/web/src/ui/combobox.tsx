import { clsx } from 'clsx'
import { useCombobox, type UseComboboxState, type UseComboboxStateChangeOptions } from 'downshift'
import { Popover } from 'radix-ui'
import { useRef, type ReactNode } from 'react'
import type { FieldControl } from './field.tsx'
import { INPUT_CLASS } from './input.tsx'

export interface ComboboxOption {
  value: string
  /** What is searched, besides the value itself. */
  keywords: string[]
  content: ReactNode
}

interface ComboboxProps {
  control: FieldControl
  /** What stands in the field. */
  text: string
  onTextChange: (text: string) => void
  /** The matches, best first. */
  options: readonly ComboboxOption[]
  onSelect: (value: string) => void
  placeholder: string
  emptyText: string
  /** Called when the field is left, with whatever stands in it. */
  onLeave?: () => void
}

/** More would cost time on every key and nobody reads them. */
const MAX_OPTIONS = 50

/** A text field with a list of matches below it: arrow keys and Enter choose, Escape closes only the list. */
export function Combobox({ control, text, onTextChange, options, onSelect, ...rest }: ComboboxProps) {
  const { placeholder, emptyText, onLeave } = rest
  const anchor = useRef<HTMLDivElement>(null)
  const items = options.slice(0, MAX_OPTIONS)
  const { isOpen, highlightedIndex, closeMenu, getInputProps, getMenuProps, getItemProps } = useCombobox({
    items,
    inputId: control.id,
    inputValue: text,
    selectedItem: null,
    defaultHighlightedIndex: 0,
    itemToString: (option) => option?.value ?? '',
    stateReducer: keepText,
    onStateChange: ({ selectedItem }) => selectedItem && onSelect(selectedItem.value),
  })
  return (
    <Popover.Root open={isOpen} onOpenChange={(open) => !open && closeMenu()}>
      <Popover.Anchor ref={anchor}>
        <input
          {...getInputProps({
            onChange: (event) => onTextChange(event.currentTarget.value),
            onFocus: (event) => event.currentTarget.select(),
            ...(onLeave && { onBlur: onLeave }),
          })}
          aria-invalid={control['aria-invalid']}
          aria-describedby={control['aria-describedby']}
          aria-labelledby={undefined}
          placeholder={placeholder}
          className={clsx(INPUT_CLASS, 'h-10')}
        />
      </Popover.Anchor>
      <Popover.Content
        role="presentation"
        align="start"
        sideOffset={4}
        collisionPadding={8}
        onOpenAutoFocus={(event) => event.preventDefault()}
        onCloseAutoFocus={(event) => event.preventDefault()}
        onInteractOutside={(event) => {
          if (event.target instanceof Node && anchor.current?.contains(event.target)) event.preventDefault()
        }}
        className="z-50 w-(--radix-popover-trigger-width) rounded-lg border border-line bg-raised p-1.5 shadow-raised"
      >
        <ul {...getMenuProps({}, { suppressRefError: true })} className="max-h-64 overflow-y-auto">
          {items.map((option, index) => (
            <li
              key={option.value}
              {...getItemProps({ item: option, index })}
              className={clsx(
                'flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5 py-1 text-ink',
                index === highlightedIndex && 'bg-hover',
              )}
            >
              {option.content}
            </li>
          ))}
        </ul>
        {items.length === 0 && <p className="px-2.5 py-2 text-muted">{emptyText}</p>}
      </Popover.Content>
    </Popover.Root>
  )
}

/** Only choosing chooses: leaving the field or pressing Escape keeps what was typed. */
function keepText<Item>(state: UseComboboxState<Item>, { type, changes }: UseComboboxStateChangeOptions<Item>) {
  const { InputBlur, InputKeyDownEscape } = useCombobox.stateChangeTypes
  const isChoice = type !== InputBlur && type !== InputKeyDownEscape
  return isChoice ? changes : { ...changes, selectedItem: state.selectedItem, inputValue: state.inputValue }
}
