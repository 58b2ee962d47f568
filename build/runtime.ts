// What Apps Script knows: the language's own names, and Google's services with the scopes they need.

const auth = 'https://www.googleapis.com/auth/';

/** Names of the language that the V8 of Apps Script has. No timers, no network, no Node, no browser. */
export const languageNames: ReadonlySet<string> = new Set(
  `undefined NaN Infinity globalThis Object Function Boolean Symbol Error EvalError RangeError ReferenceError
   SyntaxError TypeError URIError Number BigInt Math Date String RegExp Array Int8Array Uint8Array
   Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array BigInt64Array
   BigUint64Array ArrayBuffer DataView Map Set WeakMap WeakSet JSON Promise Reflect Proxy Intl parseInt
   parseFloat isNaN isFinite encodeURI encodeURIComponent decodeURI decodeURIComponent escape unescape`.split(
    /\s+/,
  ),
);

export interface Service {
  readonly name: string;
  /** Members that need the scopes; null: every one does. */
  readonly members: readonly string[] | null;
  /** Any one of these is enough; empty: none is needed. */
  readonly anyOf: readonly string[];
  /** True when the manifest must switch it on. */
  readonly advanced: boolean;
}

const free = (name: string): Service => ({ name, members: null, anyOf: [], advanced: false });
const needs = (
  name: string,
  anyOf: readonly string[],
  members: readonly string[] | null = null,
): Service => ({
  name,
  members,
  anyOf,
  advanced: false,
});

const gmail = ['https://mail.google.com/', `${auth}gmail.modify`];
const sheets = [`${auth}spreadsheets`];

export const services: readonly Service[] = [
  ...['CacheService', 'CardService', 'ContentService', 'HtmlService', 'LockService'].map(free),
  ...['Logger', 'PropertiesService', 'Utilities', 'console'].map(free),
  needs('GmailApp', [
    'https://mail.google.com/',
    `${auth}gmail.addons.current.message.metadata`,
    `${auth}gmail.addons.current.message.readonly`,
    `${auth}gmail.addons.current.message.action`,
  ]),
  { ...needs('Gmail', gmail), advanced: true },
  { ...needs('Sheets', sheets), advanced: true },
  needs('SpreadsheetApp', [...sheets, `${auth}spreadsheets.currentonly`]),
  needs('MailApp', [`${auth}script.send_mail`]),
  needs('UrlFetchApp', [`${auth}script.external_request`]),
  needs(
    'ScriptApp',
    [`${auth}script.scriptapp`],
    ['newTrigger', 'getProjectTriggers', 'getUserTriggers', 'deleteTrigger', 'invalidateAuth'],
  ),
  needs('Session', [`${auth}userinfo.email`], ['getActiveUser', 'getEffectiveUser']),
];

/** Google's REST hosts that a script may name in its text, and what they need. */
export const hosts: readonly { readonly host: string; readonly anyOf: readonly string[] }[] = [
  { host: 'gmail.googleapis.com', anyOf: gmail },
  { host: 'sheets.googleapis.com', anyOf: sheets },
  { host: 'www.googleapis.com/drive', anyOf: [`${auth}drive`, `${auth}drive.file`] },
];
