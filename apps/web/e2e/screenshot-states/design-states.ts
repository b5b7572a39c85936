import { open, type State } from './state.ts'

/** The design system: what opens by a button is part of other states as well. */
export const DESIGN_STATES: State[] = [
  {
    name: 'design',
    isSignedOut: true,
    reach: async (page) => {
      await open(page, '/design')
      await page.getByRole('heading', { name: 'Dark', exact: true }).waitFor()
    },
  },
]
