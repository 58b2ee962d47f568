// Who is signed in, whether there is a desk, and whether its workbook has everything it needs.
import { missingScopes, signInCommand } from '../scopes.ts';
import { scriptApiIsOn } from '../steps/prerequisites.ts';
import { wantedIn } from '../steps/workbook.ts';
import { readBook, strangers } from '../workbook/seen.ts';
import { countedKinds, shapeRequests } from '../workbook/shape.ts';
import { type Check, right, watch, wrong } from './finding.ts';

export const account: Check = {
  name: 'Account',
  look: async ({ google, doing, memory }) => {
    const { desk, workbook, account: owner } = memory.now;
    if (!desk || !workbook) return wrong('No desk was set up from this folder.', 'Run: tierline setup');
    const { email, scopes } = await doing.ask('oauth2.tokeninfo', () => google.signIn());
    if (email !== owner)
      return wrong(`Signed in as ${email}; the desk belongs to ${owner}.`, `Sign in as ${owner}.`);
    const missing = missingScopes(scopes);
    if (missing.length > 0)
      return wrong(`Not allowed: ${missing.join(', ')}.`, `Run: ${signInCommand(null)}`);
    await scriptApiIsOn({ google, doing });
    return right(`Signed in as ${email}, the Apps Script API is on.`);
  },
};

export const workbookThere: Check = {
  name: 'Workbook',
  look: async (patient) => {
    const book = await patient.doing.ask('sheets.spreadsheets.get', () =>
      readBook(patient.google, patient.memory.now.workbook ?? ''),
    );
    const taken = strangers(book);
    if (taken.length > 0)
      return wrong(
        `Tabs of your own are called ${taken.join(', ')}.`,
        'Rename them, then run: tierline setup',
      );
    const lacking = shapeRequests(book, wantedIn(patient));
    return lacking.length === 0
      ? right('All tabs, notes, drop-downs and colours are there.')
      : watch(`Something is missing: ${countedKinds(lacking)}.`, 'Run: tierline setup');
  },
};
