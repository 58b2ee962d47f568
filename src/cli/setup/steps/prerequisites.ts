// Step 1: who is signed in, what they allowed, and whether the Apps Script API is switched on.
import { isSaid, reasonOf, Stopped, statusOf } from '../failure.ts';
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

/**
 * Asks for a project that nobody has. Where the person has the API switched off, Google's refusal names the page
 * where it is switched on: an address is the same in every language.
 */
export async function scriptApiIsOn({ google, doing }: Pick<Ground, 'google' | 'doing'>): Promise<void> {
  await doing.ask('script.projects.get', async () => {
    try {
      await google.script.projects.get({ scriptId: 'tierline-is-the-api-on' });
    } catch (error) {
      if (isSaid(error, 'script.google.com/home/usersettings'))
        throw new Stopped(
          'The Apps Script API is off for this account. Switch it on at https://script.google.com/home/usersettings, wait a minute, and run this again.',
        );
      if (/SERVICE_DISABLED|accessNotConfigured/.test(reasonOf(error))) throw error;
      if (![400, 403, 404].includes(statusOf(error))) throw error;
    }
  });
}
