import { Link } from '@tanstack/react-router'
import { Bell, KeyRound, ShieldCheck, UserRound } from 'lucide-react'
import { SECTIONS, type Section } from './settings-search.ts'

const LOOKS = {
  profile: { label: 'Profile', icon: UserRound },
  reminders: { label: 'Reminders', icon: Bell },
  security: { label: 'Security', icon: ShieldCheck },
  tokens: { label: 'API tokens', icon: KeyRound },
} as const

/** The parts of the settings: at the side, on a narrow screen above. */
export function SettingsNav({ current }: { current: Section }) {
  return (
    <nav aria-label="Settings" className="lg:w-44 lg:shrink-0">
      <ul className="grid grid-cols-4 gap-1 max-lg:rounded-lg max-lg:border max-lg:border-line max-lg:bg-surface max-lg:p-1 lg:flex lg:flex-col">
        {SECTIONS.map((section) => {
          const { label, icon: Icon } = LOOKS[section]
          return (
            <li key={section}>
              <Link
                to="/settings"
                search={{ section }}
                // Without a section in the address, the first one is shown.
                aria-current={section === current ? 'page' : undefined}
                className="flex h-9 items-center justify-center gap-2.5 rounded-md px-1 text-[0.8125rem] font-medium whitespace-nowrap text-muted transition-colors hover:bg-hover hover:text-ink aria-[current=page]:bg-primary-soft aria-[current=page]:text-on-primary-soft lg:justify-start lg:px-3"
              >
                <Icon aria-hidden className="size-4 max-sm:hidden" />
                {label}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
