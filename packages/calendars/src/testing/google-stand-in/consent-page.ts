import type { ConsentRequest } from './consent.ts'
import { escapeHtml, page } from './html.ts'
import type { Account } from './model.ts'
import { IDENTITY, SCOPES } from './scopes.ts'

const LABEL = 'Demo: this is a stand-in of Google’s sign-in, nothing leaves this machine'

/** Choose an account, untick what is not to be allowed, allow or deny. The form comes back with the same parameters. */
export function consentPage(request: ConsentRequest, query: URLSearchParams, accounts: readonly Account[]): string {
  const hint = request.loginHint?.toLowerCase() ?? accounts[0]?.email
  const kept = [...query].map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  )
  const choices = accounts.map(
    ({ email, name }) =>
      `<label class="option"><input type="radio" name="account" value="${escapeHtml(email)}" required${email === hint ? ' checked' : ''}><span>${escapeHtml(name)}<br><span class="soft">${escapeHtml(email)}</span></span></label>`,
  )
  const boxes = request.scopes
    .filter((scope) => !IDENTITY.has(scope))
    .map(
      (scope) =>
        `<label class="option"><input type="checkbox" name="granted" value="${escapeHtml(scope)}" checked><span>${escapeHtml(SCOPES[scope] ?? scope)}<br><span class="soft">${escapeHtml(scope)}</span></span></label>`,
    )
  return page(
    'Sign in (stand-in of Google)',
    LABEL,
    `<h1>${escapeHtml(new URL(request.redirectUri).host)} wants access to your calendars</h1>
<p class="soft">No password is asked for here: these accounts exist in this demo only.</p>
<form method="post" action="/o/oauth2/v2/auth">${kept.join('')}
<fieldset><legend>Account</legend>${choices.join('') || '<p>There is no account yet.</p>'}</fieldset>
<fieldset><legend>Select what it may do</legend>${boxes.join('') || '<p>Know who you are.</p>'}</fieldset>
<div class="row"><button class="strong" name="decision" value="allow">Allow</button><button name="decision" value="deny" formnovalidate>Deny</button></div>
</form>`,
    true,
  )
}

export function consentErrorPage(message: string): string {
  return page(
    'Access blocked (stand-in of Google)',
    LABEL,
    `<h1>Access blocked</h1><p role="alert">${escapeHtml(message)}</p><p class="soft">Go back to where you came from and try again.</p>`,
    true,
  )
}
