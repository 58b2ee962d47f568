// Step 1: who is signed in, what they allowed, and whether the Apps Script API is switched on.
import { reasonOf, Stopped, statusOf } from '../failure.ts';
import type { Ground, Step } from '../ground.ts';
import { missingScopes, neededScopes, signInCommand } from '../scopes.ts';

export const prerequisites: Step = {
  name: 'Check the account',
  explains: 'Looks who is signed in, what this program may do, and whether the Apps Script API is on.',
  run: async ({ google, doing, memory }) => {
    const { email, scopes } = await doing.ask('oauth2.tokeninfo', () => google.signIn());
    const before = memory.now.account;
    if (before && before !== email)
      throw new Stopped(
        `Signed in as ${email}, but the desk was begun as ${before}. Sign in as ${before}, or use another --state folder.`,
      );
    const missing = missingScopes(scopes);
    if (missing.length > 0)
      throw new Stopped(
        `${email} has not allowed: ${missing.map((one) => `${one} (${neededScopes[one]})`).join(', ')}.\nRun: ${signInCommand(null)}`,
      );
    await scriptApiIsOn({ google, doing });
    memory.put({ account: email });
    return `Signed in as ${email}. The desk will belong to this account and read its mailbox.`;
  },
};

/** Asking for a project that nobody has: 404 where the API is on, 403 where the person has it switched off. */
export async function scriptApiIsOn({ google, doing }: Pick<Ground, 'google' | 'doing'>): Promise<void> {
  await doing.ask('script.projects.get', async () => {
    try {
      await google.script.projects.get({ scriptId: 'tierline-is-the-api-on' });
    } catch (error) {
      if (statusOf(error) === 404 || statusOf(error) === 400) return;
      if (statusOf(error) !== 403 || /SERVICE_DISABLED|accessNotConfigured/.test(reasonOf(error)))
        throw error;
      throw new Stopped(
        'The Apps Script API is off for this account. Switch it on at https://script.google.com/home/usersettings, wait a minute, and run this again.',
      );
    }
  });
}
