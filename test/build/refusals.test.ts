// Each refusal alone: the script that earns it, and the nearest script that does not.
import { entryPoints, footer } from '../../build/entry-points.ts';
import { functionsNamed, type Manifest } from '../../build/manifest.ts';
import { projects } from '../../build/projects.ts';
import {
  missingFunctions,
  missingScopes,
  refusals,
  unfitEntryPoints,
  unknownNames,
  unreadableClasses,
} from '../../build/refusals.ts';
import { readSyntax } from '../../build/syntax.ts';

const script = (text: string) => readSyntax(text, 'script');
const auth = 'https://www.googleapis.com/auth/';
const manifest = (more: Partial<Manifest> = {}): Manifest => ({
  timeZone: 'Etc/UTC',
  runtimeVersion: 'V8',
  exceptionLogging: 'STACKDRIVER',
  oauthScopes: [`${auth}script.locale`],
  ...more,
});

describe('class members that Apps Script cannot read', () => {
  test.each([
    ['class A { #x = 1 }', 'Private class member #x'],
    ['class A { #x() {} }', 'Private class member #x'],
    ['class A { static x = 1 }', 'Static class field x'],
    ['class A { static { f() } }', 'Static block of a class'],
  ])('%s is refused', (text, reason) => {
    expect(unreadableClasses(script(text))[0]).toBe(`${reason} (line 1): Apps Script cannot read it.`);
  });

  test.each(['class A { x = 1 }', 'class A { static x() {} }', 'class A { get x() { return "#x" } }'])(
    '%s passes',
    (text) => expect(unreadableClasses(script(text))).toEqual([]),
  );
});

test('a script that fails in several ways is told all of them', () => {
  const text =
    'class A { #x = 1 } function tick() { atob(""); UrlFetchApp.fetch("x"); ScriptApp.newTrigger("no") }';
  const all = refusals({
    project: { ...projects.desk, budget: 10 },
    script: script(text),
    manifest: manifest(),
    entryPoints: [{ name: 'later', unfit: 'is async' }],
    minifiedBytes: 11,
  });
  for (const part of ['later', '#x', 'atob', 'UrlFetchApp', "'no'", '1 over its budget'])
    expect(all.filter((sentence) => sentence.includes(part))).toHaveLength(1);
});

describe('names that Apps Script lacks', () => {
  const lacking = `process Buffer require module __dirname global self window document navigator setTimeout
    clearTimeout setInterval setImmediate queueMicrotask fetch URL URLSearchParams TextEncoder TextDecoder crypto
    atob btoa performance structuredClone AbortController Temporal XMLHttpRequest CalendarApp`.split(/\s+/);

  test.each(lacking)('%s is refused', (name) => {
    expect(unknownNames(script(`function f() { return ${name}(1) }`))).toEqual([
      `'${name}' (line 1) does not exist in Apps Script.`,
    ]);
  });

  test.each([
    'var process = 1; function f() { return process }',
    'function f(URL) { return new URL() }',
    'function f() { try { g() } catch (crypto) { return crypto } function g() {} }',
    'var a = { fetch: 1 }; a.fetch; a["atob"]',
    'class fetch {} new fetch()',
    'var { window } = {}; window',
    'function f() { return arguments.length }',
    'new Intl.DateTimeFormat(undefined, {}); Utilities.sleep(1); Logger.log(JSON.stringify(new Map()))',
  ])('passes a name of the script itself or of the language: %s', (text) =>
    expect(unknownNames(script(text))).toEqual([]),
  );

  test.each([
    'typeof process',
    'typeof process !== "undefined" && process.env',
    'typeof URL === "undefined" || new URL("x:y")',
    'typeof performance === "object" ? performance.now() : 0',
    'if (typeof crypto !== "undefined") { crypto.x() }',
  ])('passes a use behind its own typeof: %s', (text) => expect(unknownNames(script(text))).toEqual([]));

  test.each([
    'typeof process !== "undefined" && Buffer.from("")',
    'typeof Buffer; Buffer.from("")',
    'if (Buffer.from("") && typeof Buffer) {}',
  ])('refuses a use that no typeof protects: %s', (text) =>
    expect(unknownNames(script(text)).join()).toContain("'Buffer'"),
  );

  test('the same name is reported once for each source file, by its path', () => {
    const text = '// src/a.ts\natob(1);\natob(2);\n// node_modules/b/b.js\natob(3);\n';
    expect(unknownNames(script(text))).toEqual([
      "'atob' (src/a.ts) does not exist in Apps Script.",
      "'atob' (node_modules/b/b.js) does not exist in Apps Script.",
    ]);
  });
});

describe('services without their scope', () => {
  const advanced = (userSymbol: string) => ({
    enabledAdvancedServices: [{ userSymbol, serviceId: userSymbol.toLowerCase(), version: 'v1' }],
  });

  test.each([
    ['UrlFetchApp.fetch("x")', 'script.external_request'],
    ['SpreadsheetApp.openById("x")', 'spreadsheets'],
    ['ScriptApp.newTrigger("f")', 'script.scriptapp'],
    ['Session.getEffectiveUser()', 'userinfo.email'],
    ['MailApp.sendEmail({})', 'script.send_mail'],
    ['GmailApp.getMessageById("x")', 'gmail.addons.current.message.metadata'],
    ['fetch("https://gmail.googleapis.com/gmail/v1")', 'gmail.modify'],
    ['fetch(`https://sheets.googleapis.com/v4/x`)', 'spreadsheets'],
  ])('%s needs %s', (text, scope) => {
    expect(missingScopes(script(text), manifest()).join()).toContain(auth + scope);
    expect(missingScopes(script(text), manifest({ oauthScopes: [auth + scope] }))).toEqual([]);
  });

  test('gmail.modify does not cover GmailApp, which asks for the whole mailbox', () => {
    const modify = manifest({ oauthScopes: [`${auth}gmail.modify`] });
    expect(missingScopes(script('GmailApp.search("x")'), modify)).toHaveLength(1);
  });

  test('an advanced service must be enabled as well as allowed', () => {
    const allowed = { oauthScopes: [`${auth}gmail.modify`] };
    const text = script('Gmail.Users.getProfile("me")');
    expect(missingScopes(text, manifest(allowed))).toEqual([
      "'Gmail' is used, but the manifest does not enable this advanced service.",
    ]);
    expect(missingScopes(text, manifest({ ...allowed, dependencies: advanced('Gmail') }))).toEqual([]);
  });

  test('members that need no scope ask for none; a service passed on whole does', () => {
    const harmless = 'ScriptApp.getOAuthToken(); Session.getScriptTimeZone(); CacheService.getScriptCache()';
    expect(missingScopes(script(harmless), manifest())).toEqual([]);
    expect(missingScopes(script('use(ScriptApp); function use() {}'), manifest())).toHaveLength(1);
  });
});

describe('functions that Google is told to call', () => {
  const webapp = { executeAs: 'USER_DEPLOYING', access: 'DOMAIN' } as const;
  const addOns = {
    common: { name: 'T', logoUrl: 'https://example.com/x.png', homepageTrigger: { runFunction: 'onHome' } },
    gmail: {
      contextualTriggers: [{ unconditional: {}, onTriggerFunction: 'onMessage' }],
      composeTrigger: {
        selectActions: [{ text: 'x', runFunction: 'onCompose' }],
        draftAccess: 'NONE' as const,
      },
    },
  };

  test('all of them are found in the manifest, with the key that names them', () => {
    expect(functionsNamed(manifest({ addOns }))).toEqual([
      { key: 'addOns.common.homepageTrigger.runFunction', name: 'onHome' },
      { key: 'addOns.gmail.contextualTriggers.0.onTriggerFunction', name: 'onMessage' },
      { key: 'addOns.gmail.composeTrigger.selectActions.0.runFunction', name: 'onCompose' },
    ]);
  });

  test('a function in the manifest that is no top-level function is refused', () => {
    const inner = script('function onHome() {} function onCompose() {} var x = { onMessage() {} }');
    expect(missingFunctions(inner, manifest({ addOns }))).toEqual([
      "The manifest's addOns.gmail.contextualTriggers.0.onTriggerFunction names 'onMessage', which is no top-level function.",
    ]);
    const whole = script(footer(['onHome', 'onMessage', 'onCompose']));
    expect(missingFunctions(whole, manifest({ addOns }))).toEqual([]);
  });

  test('a trigger or a button that names no top-level function is refused', () => {
    const text = 'ScriptApp.newTrigger("tick"); CardService.newAction().setFunctionName("take")';
    expect(missingFunctions(script(text), manifest())).toEqual([
      "newTrigger() names 'tick', which is no top-level function.",
      "setFunctionName() names 'take', which is no top-level function.",
    ]);
    expect(missingFunctions(script(`${text};${footer(['tick', 'take'])}`), manifest())).toEqual([]);
  });

  test('a web app without doPost or doGet is refused', () => {
    expect(missingFunctions(script(footer(['tick'])), manifest({ webapp }))).toHaveLength(1);
    expect(missingFunctions(script(footer(['doPost'])), manifest({ webapp }))).toEqual([]);
  });
});

describe('entry points', () => {
  test('functions pass however they are written', () => {
    const module = 'function a() {} const b = () => 1, c = function () {}; export { a, b, c as d }';
    expect(entryPoints(module)).toEqual([
      { name: 'a', unfit: null },
      { name: 'b', unfit: null },
      { name: 'd', unfit: null },
    ]);
  });

  test.each([
    ['async function a() {} export { a }', "The export 'a' is async"],
    ['const a = async () => 1; export { a }', "The export 'a' is async"],
    ['function* a() {} export { a }', "The export 'a' is a generator"],
    ['class a {} export { a }', "The export 'a' is no function"],
    ['const a = { b() {} }; export { a }', "The export 'a' is no function"],
    ['function a() {} export { a as default }', "The export 'default' is a default export"],
    ['var a = 1;', 'The entry exports nothing'],
  ])('%s is refused', (module, reason) => {
    expect(unfitEntryPoints(entryPoints(module)).join()).toContain(reason);
  });
});
