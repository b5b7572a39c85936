import { ProfileSettings } from '../account/profile-settings.tsx'
import { useUser } from '../auth/use-user.ts'
import { RegionSettings } from '../region/region-settings.tsx'

/** Who somebody is here, and how dates are written to them. */
export function ProfileSection() {
  const { timeZone } = useUser()
  return (
    <>
      <ProfileSettings />
      <RegionSettings timeZone={timeZone} />
    </>
  )
}
