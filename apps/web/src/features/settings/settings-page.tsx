import { getRouteApi } from '@tanstack/react-router'
import { PageFrame } from '../../app/page-frame.tsx'
import { SecuritySettings } from '../account/security-settings.tsx'
import { TokenSettings } from '../tokens/token-settings.tsx'
import { ProfileSection } from './profile-section.tsx'
import { ReminderSection } from './reminder-section.tsx'
import { SettingsNav } from './settings-nav.tsx'

const SECTION_PAGES = {
  profile: ProfileSection,
  reminders: ReminderSection,
  security: SecuritySettings,
  tokens: TokenSettings,
}

const route = getRouteApi('/signed-in/settings')

/** What people set for themselves, in parts that have an address each. */
export function SettingsPage() {
  const { section = 'profile' } = route.useSearch()
  const SectionPage = SECTION_PAGES[section]
  return (
    <PageFrame title="Settings" lead="Who you are here, how you sign in, and what may act for you.">
      <div className="flex flex-col gap-3 p-3 lg:flex-row lg:gap-6 lg:p-6">
        <SettingsNav current={section} />
        <div className="flex max-w-2xl min-w-0 flex-1 flex-col gap-4">
          <SectionPage />
        </div>
      </div>
    </PageFrame>
  )
}
