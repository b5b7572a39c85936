import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv } from 'vite'
import { patchedScheduleX } from './vite-schedule-x.ts'

/** Requests that the development server hands to the API. A plain `/trpc` would also swallow `/trpc-anything`. */
const SERVER_PATHS = ['^/trpc/', '^/api/', '^/health/']

export default defineConfig(({ mode }) => {
  const { API_PORT = '3001' } = loadEnv(mode, import.meta.dirname, 'API_')
  return {
    plugins: [react(), tailwindcss(), patchedScheduleX],
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
