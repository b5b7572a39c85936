interface ThemedColour {
  light: string
  dark: string
}

const TOKEN = /--([\w-]+):\s*(?:light-dark\((#[\da-f]{6}),\s*(#[\da-f]{6})\)|(#[\da-f]{6}));/g

/** The opaque colours of tokens.css by name, as each theme has them. */
export function readTokens(css: string): Map<string, ThemedColour> {
  const found = [...css.matchAll(TOKEN)].map(([, name = '', light, dark, both = '']): [string, ThemedColour] => [
    name,
    { light: light ?? both, dark: dark ?? both },
  ])
  return new Map(found)
}
