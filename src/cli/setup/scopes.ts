// What this program must be allowed to do, each with the reason an admin reads, and the command that asks for it.

const auth = 'https://www.googleapis.com/auth/';

/** clasp asks for its own; these come on top. */
export const extraScopes: Readonly<Record<string, string>> = {
  [`${auth}spreadsheets`]: 'to make the workbook and to see what is wrong in it',
  [`${auth}gmail.modify`]: 'to put the test mail into the mailbox and to see the labels',
  [`${auth}script.processes`]: 'to see that the desk runs, and how long',
};

const claspScopes: Readonly<Record<string, string>> = {
  [`${auth}script.projects`]: 'to make the script projects',
  [`${auth}script.deployments`]: 'to deploy them',
  [`${auth}drive.metadata.readonly`]: 'to find again what an interrupted run has made',
};

export const neededScopes: Readonly<Record<string, string>> = { ...claspScopes, ...extraScopes };

/** A broader permission that Google takes in place of this one. */
const broader: Readonly<Record<string, readonly string[]>> = {
  [`${auth}gmail.modify`]: ['https://mail.google.com/'],
  [`${auth}drive.metadata.readonly`]: [`${auth}drive`, `${auth}drive.metadata`, `${auth}drive.readonly`],
};

export const missingScopes = (granted: readonly string[]): readonly string[] =>
  Object.keys(neededScopes).filter(
    (scope) => ![scope, ...(broader[scope] ?? [])].some((one) => granted.includes(one)),
  );

export const signInCommand = (client: string | null): string =>
  `npx clasp login --creds ${client ?? 'CLIENT.json'} --extra-scopes ${Object.keys(extraScopes).join(',')}`;
