import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv, type Plugin } from 'vite'

/** Requests that the development server hands to the API. A plain `/trpc` would also swallow `/trpc-anything`. */
const SERVER_PATHS = ['^/trpc/', '^/api/', '^/health/']

/** Schedule-X brings its words in thirty languages, 9 kB compressed; the few that are seen are in our settings of it. */
const withoutTranslations: Plugin = {
  name: 'schedule-x-without-translations',
  transform: {
    filter: { id: /@schedule-x\/calendar\/dist\/core\.js/ },
    handler: (code) => code.replace(/^const translations = \{[^}]*\};$/m, 'const translations = {};'),
  },
}

/**
 * Schedule-X hands the boxes of events to us. It does so after they were painted empty, looks each up in the whole page,
 * and measures each to choose between contents that we do not use: with 500 events that is half of the time that
 * changing the view takes.
 */
const QUICKER: [RegExp | string, string][] = [
  [
    "useMemo, useRef as useRef$1 } from 'preact/hooks'",
    "useMemo, useLayoutEffect, useRef as useRef$1 } from 'preact/hooks'",
  ],
  [/useEffect\((?=\(\) => \{\s+if \(!customComponent\)\s+return;\s+customComponent\()/g, 'useLayoutEffect('],
  // The first is that of the hours, of which there are many.
  [
    'customComponent(getElementByCCID(customComponentId.current)',
    'customComponent(eventRef.current?.firstElementChild',
  ],
  [
    /(?<=useEffect\(\(\) => \{\s+)(?=if \(!eventRef\.current\)\s+return;\s+const checkHeight)/,
    'if (customComponent) return;',
  ],
  [
    'const dayBoundariesDateTime = {',
    'const dayStartText = dayStartDateTime.toString(); dayStartDateTime.toString = () => dayStartText;$&',
  ],
]

const quickerScheduleX: Plugin = {
  name: 'schedule-x-quicker',
  transform: {
    filter: { id: /@schedule-x\/calendar\/dist\/core\.js/ },
    handler: (code) =>
      QUICKER.reduce((text, [before, after]) => {
        const changed = text.replace(before, after)
        if (changed === text) throw new Error(`Schedule-X has no "${before}" any more; see vite.config.ts.`)
        return changed
      }, code),
  },
}

export default defineConfig(({ mode }) => {
  const { API_PORT = '3001' } = loadEnv(mode, import.meta.dirname, 'API_')
  return {
    plugins: [react(), tailwindcss(), withoutTranslations, quickerScheduleX],
    // Schedule-X compares with `instanceof`: a second copy of any of these would break it without an error message.
    resolve: { dedupe: ['temporal-polyfill', 'preact', '@preact/signals'] },
    server: { proxy: Object.fromEntries(SERVER_PATHS.map((path) => [path, `http://127.0.0.1:${API_PORT}`])) },
    build: {
      // The oldest browsers with `light-dark()`, which both themes are built on.
      target: ['chrome123', 'firefox120', 'safari17.5'],
      // Schedule-X makes all of its views and joins all of its translations when it is loaded; what nothing uses may go.
      rolldownOptions: { treeshake: { manualPureFunctions: ['createPreactView'], propertyReadSideEffects: false } },
    },
  }
})
