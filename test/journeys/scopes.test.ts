// Each scope is needed: without it exactly what it is for stops, with words, and nothing is lost.
import type { Office } from '../../src/local/office.ts';
import { journey, post, sameBeginning, support, tickets } from './desk-journey.ts';
import { furnish, knock } from './door-journey.ts';

const auth = 'https://www.googleapis.com/auth/';
const minute = 60_000;

const desk = sameBeginning(async () => {
  const office = await journey();
  furnish(office);
  office.desk.run('tick');
  return office;
});

const all = (office: Office): readonly string[] => {
  const [state] = office.world.snapshot().scripts;
  return state?.manifest.oauthScopes ?? [];
};

/** What the account allows, one scope taken away. */
function without(office: Office, scope: string): void {
  const scopes = all(office);
  expect(scopes).toContain(auth + scope);
  office.desk.grant(
    support,
    scopes.filter((one) => one !== auth + scope),
  );
}

/** What the last executions said. */
const said = (office: Office): string =>
  [
    ...office.desk.executions.slice(-3).map(({ error }) => error ?? ''),
    ...office.desk.logs.slice(-3).map(({ text }) => text),
  ].join(' ');

const answered = (office: Office): string => knock(office, { ask: 'home' }).answer.answer;

test.each([
  // The first five are the desk's whole manifest: the smallest that works.
  ['gmail.modify', 'taking mail in stops, and the door still answers', { door: 'home', install: false }],
  ['spreadsheets', 'everything stops: there are no rules to work by', { door: 'refused', install: false }],
  [
    'script.external_request',
    'everything stops: Google’s interfaces cannot be called',
    { door: 'refused', install: false },
  ],
  ['script.scriptapp', 'mail is taken in; only the trigger cannot be set', { door: 'home', install: false }],
  ['userinfo.email', 'mail is taken in; the door cannot tell who calls', { door: 'refused', install: true }],
] as const)('without %s %s; given back, nothing is lost', async (scope, _, expected) => {
  const office = await desk();
  without(office, scope);
  post(office, { subject: 'Written meanwhile' });
  office.world.advance(2 * minute);
  const isTaken = tickets(office).length === 1;
  expect(isTaken).toBe(scope === 'script.scriptapp' || scope === 'userinfo.email');
  if (!isTaken) expect(said(office)).not.toBe('');
  expect(answered(office)).toBe(expected.door);
  const installs = (() => {
    try {
      office.desk.run('install');
      return true;
    } catch (error) {
      expect(String(error)).not.toBe('');
      return false;
    }
  })();
  expect(installs).toBe(expected.install);
  office.desk.grant(support);
  office.world.advance(3 * minute);
  expect(tickets(office).map(({ subject }) => subject)).toEqual(['Written meanwhile']);
});
