import { Eye, EyeOff } from 'lucide-react'
import { useState, type ComponentProps } from 'react'
import { IconButton } from '../../ui/icon-button.tsx'
import { Input } from '../../ui/input.tsx'

/** A password field whose text can be shown: NIST SP 800-63B, 3.1.1.2. */
export function PasswordInput(props: ComponentProps<'input'>) {
  const [isShown, setIsShown] = useState(false)
  return (
    <div className="relative">
      <Input {...props} type={isShown ? 'text' : 'password'} className="pe-11" />
      <IconButton
        icon={isShown ? EyeOff : Eye}
        label={isShown ? 'Hide the password' : 'Show the password'}
        onClick={() => setIsShown(!isShown)}
        className="absolute top-0.5 end-0.5"
      />
    </div>
  )
}
