// Sets a bench up from mails and rules: the sample two days into its story, or somebody's own archive.
import { type Built, build } from '../../../build/build.ts';
import { readRules } from '../../rules/read.ts';
import { starterDefault, type Workbook } from '../../rules/starter.ts';
import { settings } from '../../rules/tables/settings.ts';
import { type Arrival, inOrderOfArrival } from '../arrival.ts';
import { latestBelievable, readMailFiles } from '../mail-files.ts';
import { openOffice } from '../office.ts';
import { readRulesFolder } from '../rules-folder.ts';
import { sampleFolder } from '../sample/sample.ts';
import { withSetting } from '../set-setting.ts';
import { supportAddress } from '../support-address.ts';
import { type Bench, benchOf, type Passing, pass } from './bench.ts';

export interface Given {
  /** A folder of .eml files or an .mbox; null: the sample. */
  readonly mail: string | null;
  /** A folder of CSV files; null: the starter workbook. */
  readonly rules: string | null;
}

const minute = 60_000;
const hour = 60 * minute;

/** The sample is Monday to Wednesday, 10:40 in Oslo: two days, and the third is in full swing. */
const sampleUntil = Date.parse('2026-03-25T10:40:00+01:00');

export async function archiveOf({ mail }: Given): Promise<readonly Arrival[]> {
  const today = mail === null ? Date.UTC(2026, 3, 9) : Date.now();
  const { mails } = await readMailFiles(mail ?? sampleFolder(), latestBelievable(today));
  return inOrderOfArrival(mails, Date.now());
}

/** Minified, because the world reads it anew for every execution. */
export const buildBoth = (outdir?: string): Promise<Built> =>
  build({ minify: true, only: ['desk', 'sidebar', 'menu'], ...(outdir === undefined ? {} : { outdir }) });

export interface Cast {
  readonly given: Given;
  readonly archive: readonly Arrival[];
  readonly built: Built;
}

/** The world before anything happened in it, with all mails still to come. */
export function opened({ given, archive, built }: Cast): Bench {
  const workbook = given.rules === null ? starterDefault : readRulesFolder(given.rules).workbook;
  const byRules = readRules(workbook, null).rules.settings.supportAddresses;
  const mails = archive.map(({ mail }) => mail);
  const group = supportAddress(mails, byRules);
  const rules = withAddress(workbook, group, byRules);
  const people = readRules(rules, null).rules.people.map(({ email }) => email);
  const support = deskAddress(group, people);
  const first = archive[0]?.at ?? Date.now();
  const start = Math.floor((first - hour) / hour) * hour;
  const office = openOffice({
    start,
    rules,
    support,
    group,
    people: [...new Set(people)].filter((email) => email !== group && email !== support),
    built,
  });
  return benchOf(office, archive);
}

function withAddress(workbook: Workbook, group: string, byRules: readonly string[]): Workbook {
  if (byRules[0] === group) return workbook;
  const addresses = [group, ...byRules.filter((address) => address !== group)].join(', ');
  return withSetting(workbook, settings.supportAddresses.name, addresses);
}

/** The account that the desk runs as, a member of the group. */
function deskAddress(group: string, people: readonly string[]): string {
  const domain = group.slice(group.indexOf('@'));
  const names = ['desk', 'tierline', 'tierline-desk'].map((name) => `${name}${domain}`);
  return names.find((name) => name !== group && !people.includes(name)) ?? `desk-account${domain}`;
}

/** The archive played to where a visitor comes in. */
export async function told(cast: Cast, onStep: (passing: Passing) => void = () => {}): Promise<Bench> {
  const bench = opened(cast);
  const last = cast.archive.at(-1)?.at ?? bench.office.world.now();
  await pass(bench, cast.given.mail === null ? sampleUntil : last + minute, { onStep });
  readBefore(bench, bench.office.world.now() - 2 * hour);
  return bench;
}

/** People have read what came earlier: only the last hours are news. */
function readBefore({ office, accounts }: Bench, instant: number): void {
  for (const box of accounts) {
    const mailbox = office.world.gmail.mailbox(box);
    const old = mailbox.messages().filter(({ internalDate }) => Number(internalDate) < instant);
    mailbox.modify(
      old.map(({ id }) => id),
      [],
      ['UNREAD'],
    );
  }
}
