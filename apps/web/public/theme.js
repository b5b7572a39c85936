// The key is written by src/lib/theme.ts. Without a stored choice the stylesheet follows the system.
try {
  const theme = localStorage.getItem('astralis.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage is switched off: follow the system.
}
