const LABELS: Record<string, string> = {
  startsAt: 'Starts',
  endsAt: 'Ends',
  meetingLink: 'Meeting link',
  showsAs: 'Shown as',
  recurrence: 'Repeats',
  suggestion: 'Suggested time',
  reminderOffsetsMinutes: 'Reminders',
  offsetsMinutes: 'Reminders',
  participants: 'People',
  source: 'Calendar',
  scope: 'Reach',
  rules: 'Weekly hours',
  overrides: 'Dates',
  bufferBeforeMinutes: 'Time free before',
  bufferAfterMinutes: 'Time free after',
  recipientEmail: 'Recipient',
  accountEmail: 'Account',
  provider: 'Service',
  added: 'Added',
  removed: 'Left out',
  isActive: 'Active',
  email: 'E-mail',
}

/** `timeZone` → `Time zone` */
export function fieldLabel(field: string): string {
  if (Object.hasOwn(LABELS, field)) return LABELS[field] ?? field
  const words = field
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_]/g, ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
