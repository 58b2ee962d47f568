// docs/reference/scopes.md: what each project may do in the Workspace, and the one reason why.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { neededScopes } from '../../src/cli/setup/scopes.ts';
import { projects } from '../projects.ts';
import { page, table } from './markdown.ts';

/** By scope, without its beginning. A scope without a reason here fails the build. */
const reasons: Readonly<Record<string, string>> = {
  'gmail.modify':
    'Reads new mail of the support mailbox, puts labels on it, sends notices to colleagues and answers to customers.',
  'sidebar-with-labels gmail.modify':
    "Puts the ticket's labels on the agent's own copy of the mail that is open. The plain sidebar does without.",
  spreadsheets:
    'Reads the rules and writes tickets, journal and all else the desk keeps: in one workbook, its own.',
  'script.scriptapp': 'Sets its own time trigger and the one that notices edits of the workbook.',
  'script.external_request':
    'Asks the desk, and nobody else: the manifest lets the script call only the addresses of Apps Script.',
  'desk script.external_request':
    "Calls Google's own interfaces for Gmail and Sheets, many at once. No other address is called.",
  'userinfo.email': 'Knows who is at the keyboard: who may do what stands in the tab People.',
  'gmail.addons.execute': 'Lets the sidebar stand beside an open mail.',
  'gmail.addons.current.message.metadata':
    'Reads the headers of the mail that is open, to find its ticket by Message-ID; never its text.',
  'gmail.addons.current.action.compose': 'Puts a macro into a draft that the agent has asked for.',
  'script.locale': "Speaks the agent's language and shows times in the agent's zone.",
  'script.container.ui': 'Shows the menu Tierline in the Sheet.',
  'spreadsheets.currentonly': 'Ticks the box of a command in this one Sheet.',
};

const names: Readonly<Record<string, string>> = {
  desk: 'The desk, as the support account',
  sidebar: 'The sidebar, as each agent',
  'sidebar-with-labels': 'The sidebar that also mirrors labels, as each agent',
  menu: 'The menu in the Sheet, as the admin who opens it',
};

export function scopesPage(root: string): string {
  const sections = Object.values(projects).map(({ name, manifest }) => {
    const { oauthScopes = [] } = JSON.parse(readFileSync(join(root, manifest), 'utf8')) as {
      oauthScopes?: string[];
    };
    const rows = oauthScopes.map(short).map((scope) => [`\`${scope}\``, because(name, scope)]);
    return `## ${names[name] ?? name}\n\n${table(['Scope', 'Why'], rows)}`;
  });
  const ours = Object.entries(neededScopes).map(([scope, why]) => [
    `\`${short(scope)}\``,
    `${capital(why)}.`,
  ]);
  return page(
    'Scopes',
    'What each script asks to be allowed, and why.',
    ...sections,
    `## The command line, as whoever sets up\n\nOn your computer, by your own OAuth client; clasp asks for some of its own besides.\n\n${table(['Scope', 'Why'], ours)}`,
  );
}

const short = (scope: string): string => scope.replace('https://www.googleapis.com/auth/', '');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function because(project: string, scope: string): string {
  const reason = reasons[`${project} ${scope}`] ?? reasons[scope];
  if (!reason)
    throw new Error(`Say in build/reference/scopes-page.ts why a project needs the scope ${scope}.`);
  return reason;
}
