import { expect, test } from 'vitest'
import { startGoogleStandIn } from '../testing/google-stand-in/google-stand-in.ts'
import { createGoogleAuthorization } from './google-authorization.ts'
import { createGoogleProvider } from './google-provider.ts'

const EMAIL = 'ana@gmail.example'
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
const ASKED = { state: 'state', codeVerifier: VERIFIER, loginHint: EMAIL }

async function open() {
  const google = await startGoogleStandIn({ clientId: 'client', clientSecret: 'secret' })
  const { authorizeUrl, tokenUrl, revokeUrl, apiRootUrl: rootUrl, control } = google
  control.addAccount({ email: EMAIL, name: 'Ana' })
  const client = { clientId: 'client', clientSecret: 'secret', redirectUrl: 'https://astralis.example/callback' }
  const authorization = createGoogleAuthorization({ ...client, authorizeUrl, tokenUrl, revokeUrl, timeoutMs: 5000 })
  const codeOf = (location: string) => new URL(location).searchParams.get('code') ?? ''
  return { google, control, authorization, provider: createGoogleProvider({ rootUrl, timeoutMs: 5000 }), codeOf }
}

test('consent opens the calendars until it is revoked', async () => {
  const { google, control, authorization, provider, codeOf } = await open()
  try {
    const code = codeOf(control.consent(authorization.authorizationUrl(ASKED), { email: EMAIL }))
    const { accessToken, refreshToken, scopes } = await authorization.exchange(code, VERIFIER)
    expect(authorization.suffices(scopes)).toBe(true)
    const access = { accessToken, accountEmail: EMAIL, memberEmail: EMAIL }
    expect(await provider.listCalendars(access)).toMatchObject([{ remoteId: EMAIL, isPrimary: true }])

    control.expireAccessTokens(EMAIL)
    await expect(provider.listCalendars(access)).rejects.toMatchObject({ kind: 'unauthorized' })
    const refreshed = await authorization.refresh(refreshToken ?? '')
    expect(await provider.listCalendars({ ...access, accessToken: refreshed.accessToken })).toHaveLength(1)

    await authorization.revoke(refreshToken ?? '')
    await authorization.revoke(refreshToken ?? '')
    await expect(authorization.refresh(refreshToken ?? '')).rejects.toMatchObject({ kind: 'consent-needed' })
  } finally {
    await google.close()
  }
})

test('a code is good once, and only with its verifier', async () => {
  const { google, control, authorization, codeOf } = await open()
  try {
    const consent = () => codeOf(control.consent(authorization.authorizationUrl(ASKED), { email: EMAIL }))
    const foreign = authorization.exchange(consent(), 'x'.repeat(43))
    await expect(foreign).rejects.toMatchObject({ kind: 'consent-needed' })
    const code = consent()
    await authorization.exchange(code, VERIFIER)
    await expect(authorization.exchange(code, VERIFIER)).rejects.toMatchObject({ kind: 'consent-needed' })
  } finally {
    await google.close()
  }
})

test('what was left out of the consent does not suffice', async () => {
  const { google, control, authorization, codeOf } = await open()
  try {
    const some = { email: EMAIL, scopes: ['openid', 'email'] }
    const code = codeOf(control.consent(authorization.authorizationUrl(ASKED), some))
    const { scopes } = await authorization.exchange(code, VERIFIER)
    expect(authorization.suffices(scopes)).toBe(false)
  } finally {
    await google.close()
  }
})
