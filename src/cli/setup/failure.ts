// A failure of Google in words an admin can act on: which call, why, what to do.

/** Ends a command; its text is for the admin. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

interface GoogleError {
  readonly status?: number;
  readonly code?: number | string;
  readonly message?: string;
  readonly response?: { readonly status?: number; readonly data?: unknown };
}

export function statusOf(error: unknown): number {
  const { response, status, code } = (error ?? {}) as GoogleError;
  return response?.status ?? status ?? (Number(code) || 0);
}

/** Google's machine-readable reason: its messages are in the reader's language. */
export function reasonOf(error: unknown): string {
  const text = JSON.stringify((error as GoogleError)?.response?.data ?? {});
  return /"reason":"([A-Za-z_]+)"/.exec(text)?.[1] ?? '';
}

/** Whether Google's answer names this address. */
export const isSaid = (error: unknown, address: string): boolean =>
  JSON.stringify((error as GoogleError)?.response?.data ?? {}).includes(address);

const remedies: readonly (readonly [test: (status: number, reason: string) => boolean, remedy: string])[] = [
  [
    (_, reason) => /^(SERVICE_DISABLED|accessNotConfigured)$/.test(reason),
    'An API is switched off in the Cloud project of your OAuth client. Enable Google Sheets API, Gmail API, Google Drive API and Apps Script API at https://console.cloud.google.com/apis/library, wait a minute, and run this again.',
  ],
  [
    (status, reason) => status === 401 || reason === 'invalid_grant',
    'The sign-in has expired: sign in again (docs/setup.md, step 2).',
  ],
  [
    (status, reason) => status === 403 && /ACCESS_TOKEN_SCOPE|insufficientPermissions/i.test(reason),
    'A permission was not ticked when signing in: sign in again and tick all of them.',
  ],
  [
    (status, reason) => status === 429 || /rateLimit|RATE_LIMIT/i.test(reason),
    'Google asks to slow down. Wait two minutes and run this again: it goes on where it stopped.',
  ],
  [(status) => status === 403, 'This account may not do that. Is it the account that owns the projects?'],
  [
    (status) => status === 404,
    'Google does not find it: was it deleted, or is it another account that is signed in?',
  ],
  [
    (status) => status >= 500 || status === 0,
    'Google did not answer. Run this again: it goes on where it stopped.',
  ],
];

export function remedyFor(error: unknown): string {
  const [status, reason] = [statusOf(error), reasonOf(error)];
  return (
    remedies.find(([test]) => test(status, reason))?.[1] ?? 'Run this again; it goes on where it stopped.'
  );
}

/** `sheets.spreadsheets.get: Google answered 403 (forbidden).` and the remedy; never what was sent. */
export function inWords(call: string, error: unknown): string {
  if (error instanceof Stopped) return error.message;
  const status = statusOf(error);
  const reason = reasonOf(error);
  const said = status > 0 ? `Google answered ${status}${reason ? ` (${reason})` : ''}` : 'no answer came';
  return `${call}: ${said}. ${remedyFor(error)}`;
}
