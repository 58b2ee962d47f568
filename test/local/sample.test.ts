import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inOrderOfArrival } from '../../src/local/arrival.ts';
import type { MailFile } from '../../src/local/mail-files.ts';
import { readHeaders } from '../../src/local/mail-headers.ts';
import { readSample, sampleFolder } from '../../src/local/sample/sample.ts';

let mails: readonly MailFile[];
beforeAll(async () => {
  mails = await readSample();
});
const named = (part: string): MailFile => {
  const found = mails.find(({ file }) => file.includes(part));
  if (!found) throw new Error(`no ${part}`);
  return found;
};
const raw = (mail: MailFile) => Buffer.from(mail.raw).toString('latin1');
const count = (what: (mail: MailFile) => boolean) => mails.filter(what).length;

test('the sample holds every mail that ships with it, a large one and a thread of 200', () => {
  const files = readdirSync(sampleFolder());
  expect(files.length).toBeGreaterThanOrEqual(120);
  expect(mails).toHaveLength(files.length + 1 + 200);
  expect(named('video').raw.length).toBeGreaterThan(5 * 1024 * 1024);
  expect(count(({ subject }) => subject.endsWith('Scene set-up for 64 lamps at the theatre'))).toBe(200);
});

test('what is committed of it stays below 700 kB', () => {
  const sizes = readdirSync(sampleFolder()).map((name) => statSync(join(sampleFolder(), name)).size);
  expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThan(700_000);
});

test('it runs from Monday 23 March to Wednesday 8 April 2026, each mail after the one before', () => {
  const arrivals = inOrderOfArrival(mails, 0);
  const instants = arrivals.map(({ at }) => at);
  expect(arrivals.map(({ mail }) => mail.file)).toEqual(mails.map(({ file }) => file));
  expect(instants).toEqual([...instants].sort((a, b) => a - b));
  expect(new Date(instants[0] ?? 0).toISOString()).toMatch(/^2026-03-23/);
  expect(new Date(instants.at(-1) ?? 0).toISOString()).toMatch(/^2026-04-08/);
});

test('nearly every customer is answered; who is not is a story that story.md tells', () => {
  const ours = (mail: MailFile) =>
    mail.from.endsWith('@fjordlicht.example') && !mail.from.startsWith('forms@');
  const refersTo = (mail: MailFile) =>
    [...(readHeaders(mail.raw)?.get('references') ?? [])].flatMap(
      (text) => text.match(/[^<>\s]+@[^<>\s]+/g) ?? [],
    );
  const answered = new Set(mails.filter(ours).flatMap(refersTo));
  const subjects = new Set(
    mails.filter(ours).flatMap(({ to, subject }) => to.map((one) => `${one} ${subject}`)),
  );
  const silent = mails.filter(
    (mail) =>
      !ours(mail) &&
      refersTo(mail).length === 0 &&
      !answered.has(mail.messageId ?? '') &&
      !subjects.has(`${mail.from} Re: ${mail.subject}`),
  );
  const names = new Set(silent.map(({ file }) => /([a-z]+\d?)\.eml$/.exec(file)?.[1]));
  expect([...names].sort()).toEqual(
    [
      'bounce1',
      'carrier1',
      'hostile',
      'list1',
      'news1',
      'news2',
      'seo1',
      'social1',
      'trude1',
      'victor1',
    ].sort(),
  );
});

test('no answer refers to a mail that is not in the sample', () => {
  const ids = new Set(mails.flatMap(({ messageId }) => messageId ?? []));
  const strays = mails.filter(({ raw: bytes }) => {
    const [last] = readHeaders(bytes)?.get('in-reply-to') ?? [];
    return last !== undefined && !ids.has(last.replace(/[<>]/g, ''));
  });
  expect(strays.map(({ file }) => file)).toEqual([]);
});

test('no address in it belongs to anybody: all domains end in .example', () => {
  const addresses = mails.flatMap(({ from, to, cc, delivered }) => [from, ...to, ...cc, ...delivered]);
  expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([]);
});

test('fifteen customers report the outage of 31 March within two hours', () => {
  const start = Date.UTC(2026, 2, 31, 6, 40);
  const reports = mails.filter(
    ({ file, date }) =>
      /-out\d\d\.eml$/.test(file) && date !== null && date >= start && date < start + 7_200_000,
  );
  expect(new Set(reports.map(({ from }) => from)).size).toBe(15);
});

describe('the sample holds what breaks mail programs', () => {
  test('mails without a Message-ID', () =>
    expect(count((mail) => mail.messageId === null)).toBeGreaterThanOrEqual(2));
  test('two different mails with one Message-ID', () => {
    expect(named('samea').messageId).toBe(named('sameb').messageId);
    expect(raw(named('samea'))).not.toBe(raw(named('sameb')));
  });
  test('the same mail twice', () => expect(raw(named('-twice.'))).toBe(raw(named('-twice2.'))));
  test('Windows-1252 bytes labelled as UTF-8', () => {
    const { raw: bytes } = named('cp1252');
    expect(raw(named('cp1252'))).toMatch(/charset=UTF-8/);
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
  });
  test('dates that are missing or absurd', () => {
    expect([named('nodate'), named('absurd'), named('seventy')].map(({ date }) => date)).toEqual([
      null,
      null,
      null,
    ]);
  });
  test('a subject that a spreadsheet would run', () => {
    expect(named('hostile').subject).toBe('=IMPORTXML("http://x.example","//a")');
  });
  test('emoji and right-to-left subjects', () => {
    expect(named('emoji').subject).toContain('💡');
    expect(named('rtl').subject).toBe('שאלה על מנורת השולחן');
  });
  test('an empty subject, and a mail of HTML only', () => {
    expect(named('nosubject').subject).toBe('');
    expect(raw(named('htmlonly'))).not.toContain('text/plain');
  });
});
