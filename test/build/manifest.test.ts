// The two manifests that are shipped, and how a mistake in one is told.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest } from '../../build/manifest.ts';
import { projects } from '../../build/projects.ts';
import { projectRoot } from '../../build/root.ts';

const shipped = (path: string) => JSON.parse(readFileSync(join(projectRoot(), path), 'utf8'));
const desk = shipped(projects.desk.manifest);
const sidebar = shipped(projects.sidebar.manifest);
const read = (value: unknown) => readManifest(JSON.stringify(value), 'x.json');

test('the desk is no add-on, because an add-on may run once an hour only', () => {
  expect(read(desk).addOns).toBeUndefined();
});

test('the desk may change mail, the workbook and its trigger, and may not see the rest of the account', () => {
  expect(
    read(desk)
      .oauthScopes.map((scope) => scope.split('/auth/')[1])
      .sort(),
  ).toEqual(
    ['gmail.modify', 'script.external_request', 'script.scriptapp', 'spreadsheets', 'userinfo.email'].sort(),
  );
});

test('only people of the organisation reach the desk, and it answers as the support mailbox', () => {
  expect(read(desk).webapp).toEqual({ executeAs: 'USER_DEPLOYING', access: 'DOMAIN' });
});

test('the sidebar sees the headers of the open mail, and no mail text', () => {
  const scopes = read(sidebar).oauthScopes.filter((scope) => scope.includes('mail'));
  expect(scopes.map((scope) => scope.split('/auth/')[1])).toEqual([
    'gmail.addons.execute',
    'gmail.addons.current.message.metadata',
    // Puts a text into the agent's own draft; sends nothing.
    'gmail.addons.current.action.compose',
    'userinfo.email',
  ]);
});

test('the sidebar may talk to nobody but the desk', () => {
  expect(read(sidebar).urlFetchWhitelist).toEqual([
    'https://script.google.com/',
    'https://script.googleusercontent.com/',
  ]);
});

test.each([
  ['an unknown key', { ...desk, oauthScope: [] }, 'oauthScope'],
  ['an unknown key deep inside', { ...desk, webapp: { ...desk.webapp, acess: 'DOMAIN' } }, 'webapp: '],
  ['an unknown access', { ...desk, webapp: { ...desk.webapp, access: 'EVERYONE' } }, 'webapp.access'],
  ['another runtime', { ...desk, runtimeVersion: 'DEPRECATED_ES5' }, 'runtimeVersion'],
  ['a time zone nobody lives in', { ...desk, timeZone: 'Europe/Atlantis' }, 'timeZone: must be a time zone'],
  [
    'a logo without https',
    { ...sidebar, addOns: { common: { name: 'T', logoUrl: 'http://x.y' } } },
    'logoUrl',
  ],
  ['a host without a path', { ...sidebar, urlFetchWhitelist: ['https://script.google.com'] }, 'its path'],
  ['no scopes', { ...desk, oauthScopes: [] }, 'oauthScopes'],
])('%s is refused by name', (_, value, reason) => {
  expect(() => read(value)).toThrow(/^x\.json is no sound manifest:\n/);
  expect(() => read(value)).toThrow(reason);
});
