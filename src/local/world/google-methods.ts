// The methods of Google's APIs that the world routes: name, HTTP method, path, and whether they take a body.

/** As published in Google's discovery documents (gmail v1, sheets v4). */
const published = [
  'gmail.users.getProfile GET gmail/v1/users/{userId}/profile',
  'gmail.users.stop POST gmail/v1/users/{userId}/stop',
  'gmail.users.watch POST gmail/v1/users/{userId}/watch body',
  'gmail.users.drafts.create POST gmail/v1/users/{userId}/drafts body',
  'gmail.users.drafts.delete DELETE gmail/v1/users/{userId}/drafts/{id}',
  'gmail.users.drafts.get GET gmail/v1/users/{userId}/drafts/{id}',
  'gmail.users.drafts.list GET gmail/v1/users/{userId}/drafts',
  'gmail.users.drafts.send POST gmail/v1/users/{userId}/drafts/send body',
  'gmail.users.drafts.update PUT gmail/v1/users/{userId}/drafts/{id} body',
  'gmail.users.history.list GET gmail/v1/users/{userId}/history',
  'gmail.users.labels.create POST gmail/v1/users/{userId}/labels body',
  'gmail.users.labels.delete DELETE gmail/v1/users/{userId}/labels/{id}',
  'gmail.users.labels.get GET gmail/v1/users/{userId}/labels/{id}',
  'gmail.users.labels.list GET gmail/v1/users/{userId}/labels',
  'gmail.users.labels.patch PATCH gmail/v1/users/{userId}/labels/{id} body',
  'gmail.users.labels.update PUT gmail/v1/users/{userId}/labels/{id} body',
  'gmail.users.messages.batchDelete POST gmail/v1/users/{userId}/messages/batchDelete body',
  'gmail.users.messages.batchModify POST gmail/v1/users/{userId}/messages/batchModify body',
  'gmail.users.messages.delete DELETE gmail/v1/users/{userId}/messages/{id}',
  'gmail.users.messages.get GET gmail/v1/users/{userId}/messages/{id}',
  'gmail.users.messages.import POST gmail/v1/users/{userId}/messages/import body',
  'gmail.users.messages.insert POST gmail/v1/users/{userId}/messages body',
  'gmail.users.messages.list GET gmail/v1/users/{userId}/messages',
  'gmail.users.messages.modify POST gmail/v1/users/{userId}/messages/{id}/modify body',
  'gmail.users.messages.send POST gmail/v1/users/{userId}/messages/send body',
  'gmail.users.messages.trash POST gmail/v1/users/{userId}/messages/{id}/trash',
  'gmail.users.messages.untrash POST gmail/v1/users/{userId}/messages/{id}/untrash',
  'gmail.users.messages.attachments.get GET gmail/v1/users/{userId}/messages/{messageId}/attachments/{id}',
  'gmail.users.settings.getVacation GET gmail/v1/users/{userId}/settings/vacation',
  'gmail.users.settings.updateVacation PUT gmail/v1/users/{userId}/settings/vacation body',
  'gmail.users.settings.filters.create POST gmail/v1/users/{userId}/settings/filters body',
  'gmail.users.settings.filters.delete DELETE gmail/v1/users/{userId}/settings/filters/{id}',
  'gmail.users.settings.filters.get GET gmail/v1/users/{userId}/settings/filters/{id}',
  'gmail.users.settings.filters.list GET gmail/v1/users/{userId}/settings/filters',
  'gmail.users.settings.sendAs.create POST gmail/v1/users/{userId}/settings/sendAs body',
  'gmail.users.settings.sendAs.delete DELETE gmail/v1/users/{userId}/settings/sendAs/{sendAsEmail}',
  'gmail.users.settings.sendAs.get GET gmail/v1/users/{userId}/settings/sendAs/{sendAsEmail}',
  'gmail.users.settings.sendAs.list GET gmail/v1/users/{userId}/settings/sendAs',
  'gmail.users.settings.sendAs.patch PATCH gmail/v1/users/{userId}/settings/sendAs/{sendAsEmail} body',
  'gmail.users.settings.sendAs.update PUT gmail/v1/users/{userId}/settings/sendAs/{sendAsEmail} body',
  'gmail.users.settings.sendAs.verify POST gmail/v1/users/{userId}/settings/sendAs/{sendAsEmail}/verify',
  'gmail.users.threads.delete DELETE gmail/v1/users/{userId}/threads/{id}',
  'gmail.users.threads.get GET gmail/v1/users/{userId}/threads/{id}',
  'gmail.users.threads.list GET gmail/v1/users/{userId}/threads',
  'gmail.users.threads.modify POST gmail/v1/users/{userId}/threads/{id}/modify body',
  'gmail.users.threads.trash POST gmail/v1/users/{userId}/threads/{id}/trash',
  'gmail.users.threads.untrash POST gmail/v1/users/{userId}/threads/{id}/untrash',
  'sheets.spreadsheets.batchUpdate POST v4/spreadsheets/{spreadsheetId}:batchUpdate body',
  'sheets.spreadsheets.create POST v4/spreadsheets body',
  'sheets.spreadsheets.get GET v4/spreadsheets/{spreadsheetId}',
  'sheets.spreadsheets.developerMetadata.get GET v4/spreadsheets/{spreadsheetId}/developerMetadata/{metadataId}',
  'sheets.spreadsheets.developerMetadata.search POST v4/spreadsheets/{spreadsheetId}/developerMetadata:search body',
  'sheets.spreadsheets.sheets.copyTo POST v4/spreadsheets/{spreadsheetId}/sheets/{sheetId}:copyTo body',
  'sheets.spreadsheets.values.append POST v4/spreadsheets/{spreadsheetId}/values/{range}:append body',
  'sheets.spreadsheets.values.batchClear POST v4/spreadsheets/{spreadsheetId}/values:batchClear body',
  'sheets.spreadsheets.values.batchGet GET v4/spreadsheets/{spreadsheetId}/values:batchGet',
  'sheets.spreadsheets.values.batchUpdate POST v4/spreadsheets/{spreadsheetId}/values:batchUpdate body',
  'sheets.spreadsheets.values.clear POST v4/spreadsheets/{spreadsheetId}/values/{range}:clear body',
  'sheets.spreadsheets.values.get GET v4/spreadsheets/{spreadsheetId}/values/{range}',
  'sheets.spreadsheets.values.update PUT v4/spreadsheets/{spreadsheetId}/values/{range} body',
] as const;

export interface GoogleMethod {
  /** Such as `gmail.users.messages.get`. */
  readonly id: string;
  readonly api: string;
  readonly http: string;
  readonly host: string;
  /** With `{name}` for parameters. */
  readonly path: string;
  readonly parameters: readonly string[];
  readonly takesBody: boolean;
}

const hosts: Readonly<Record<string, string>> = {
  gmail: 'gmail.googleapis.com',
  sheets: 'sheets.googleapis.com',
};

export const googleMethods: readonly GoogleMethod[] = published.map((line) => {
  const [id = '', http = '', path = '', body] = line.split(' ');
  const api = id.slice(0, id.indexOf('.'));
  return {
    id,
    api,
    http,
    host: hosts[api] ?? '',
    path: `/${path}`,
    parameters: [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''),
    takesBody: body === 'body',
  };
});

const routes = googleMethods.map((method) => ({
  method,
  pattern: new RegExp(`^${method.path.replace(/\{\w+\}/g, '[^/:]+')}$`),
}));

/** Which published method a request is meant for; null when none fits. */
export function googleMethodOf(http: string, host: string, path: string): GoogleMethod | null {
  const plain = path
    .replace(/^\/upload\//, '/')
    .replace(/%3A/gi, '_')
    .replace(
      /\/values\/[^/]*?(:append|:clear)?$/,
      (_, verb: string | undefined) => `/values/range${verb ?? ''}`,
    );
  const known = host === 'www.googleapis.com' ? 'gmail.googleapis.com' : host;
  const found = routes.find(
    ({ method, pattern }) => method.http === http && method.host === known && pattern.test(plain),
  );
  return found?.method ?? null;
}
