import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv } from 'vite'

/** Requests that the development server hands to the API. A plain `/trpc` would also swallow `/trpc-anything`. */
const SERVER_PATHS = ['^/trpc/', '^/api/', '^/health/', '^/invitations/']

export default defineConfig(({ mode }) => {
  const { API_PORT = '3001' } = loadEnv(mode, import.meta.dirname, 'API_')
  return {
    plugins: [react(), tailwindcss()],
    // Schedule-X compares with `instanceof`: a second copy of any of these would break it without an error message.
    resolve: { dedupe: ['temporal-polyfill', 'preact', '@preact/signals'] },
    server: { proxy: Object.fromEntries(SERVER_PATHS.map((path) => [path, `http://127.0.0.1:${API_PORT}`])) },
    // The oldest browsers with `light-dark()`, which both themes are built on.
    build: {
      target: ['chrome123', 'firefox120', 'safari17.5'],
      // Schedule-X makes all of its views when it is loaded; those that nothing uses may go.
      rolldownOptions: { treeshake: { manualPureFunctions: ['createPreactView'] } },
    },
  }
})
