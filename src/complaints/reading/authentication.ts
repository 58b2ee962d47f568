// What the receiving server found out about the sender: is the From address to be believed?
import type { Address, Identity, Mail } from '../mail.ts';
import type { Headers } from './headers.ts';
import { cameThroughGroup } from './own-group.ts';

type Verdict = Mail['authentication'];

interface Stamp {
  /** `spf=pass smtp.mailfrom=...`, without comments. */
  readonly results: readonly string[];
  /** Gmail's own, and holding nothing by which a sender could have written a result into it. */
  readonly isSound: boolean;
}

interface Sender {
  readonly header: Address;
  readonly from: Address;
  readonly isRewritten: boolean;
}

/**
 * Gmail puts its Authentication-Results above all others, so only the topmost counts: those below may be forged. A mail
 * without any never came from outside (RFC 8601, section 5: a server stamps what crosses its border).
 *
 * A copy that a Group hands out is stamped as the Group's own: who wrote it is judged by what Gmail found when the mail
 * reached the Group, and that counts only if the copy itself is proven to come from the Group.
 */
export function authenticationIn(headers: Headers, sender: Sender, identity: Identity): Verdict {
  const { supportAddresses } = identity;
  const stamp = stampIn(headers.first('authentication-results'));
  const received = verdictOf(stamp, sender.header.address);
  if (!sender.isRewritten && !cameThroughGroup(headers, supportAddresses)) return received;
  const isGroups =
    stamp === null ||
    supportAddresses.some((address) => isHandedOut(stamp, address)) ||
    (received === 'pass' && supportAddresses.includes(sender.header.address));
  if (received === 'fail' && (!isGroups || sender.isRewritten)) return 'fail';
  if (!isGroups) return 'unknown';
  const found = headers.all('x-original-authentication-results').map(stampIn);
  const verdicts = found.map((one) => verdictOf(one, sender.from.address));
  if (verdicts.length === 0) return stamp === null ? 'unstamped' : 'unknown';
  if (verdicts.includes('fail')) return 'fail';
  return verdicts.every((one) => one === 'pass') ? 'pass' : 'unknown';
}

/** Google hands a Group's copies out as `support+...@example.com`. */
function isHandedOut({ results, isSound }: Stamp, group: string): boolean {
  const at = group.lastIndexOf('@');
  const start = ` smtp.mailfrom=${group.slice(0, at)}+`;
  return (
    isSound &&
    results.some((one) => one.startsWith('spf=pass') && one.includes(start) && one.endsWith(group.slice(at)))
  );
}

function stampIn(header: string | null): Stamp | null {
  if (header === null) return null;
  // The start of a signature is the only thing that Gmail quotes by itself.
  const text = header
    .slice(0, 10_000)
    .toLowerCase()
    .replace(/ header\.b="[^"\\;()]*"/g, ' ');
  const [server = '', ...results] = text
    .replace(/\([^()]*\)/g, ' ')
    .split(';')
    .map((part) => part.replace(/\s+/g, ' ').trim());
  const isSound = /^(?:gmr-)?mx\.google\.com$/.test(server) && !/["\\]/.test(text);
  return { results: results.filter((one) => !/[()]/.test(one)), isSound };
}

/** DMARC decides; without it SPF or DKIM of the From address's own domain does. */
function verdictOf(stamp: Stamp | null, address: string): Verdict {
  if (stamp === null) return 'unstamped';
  const { results, isSound } = stamp;
  if (results.some((result) => /^dmarc=fail\b/.test(result))) return 'fail';
  if (!isSound) return 'unknown';
  const domain = domainOf(address);
  return results.some((result) => isAlignedPass(result, domain)) ? 'pass' : 'unknown';
}

function isAlignedPass(result: string, domain: string): boolean {
  if (/^dmarc=pass\b/.test(result)) {
    const [, from] = /\bheader\.from=([^\s]{1,320})/.exec(result) ?? [];
    return from === undefined || isAligned(from, domain);
  }
  if (!/^(?:spf|dkim)=pass\b/.test(result)) return false;
  const signed = [...result.matchAll(/\b(?:smtp\.mailfrom|header\.i|header\.d)=([^\s]{1,320})/g)];
  return signed.some(([, signer = '']) => {
    const by = domainOf(signer);
    return isAligned(by, domain) || (result.startsWith('dkim') && isGooglesFor(by, domain));
  });
}

function isAligned(a: string, b: string): boolean {
  const isBelow = (one: string, other: string) => other.includes('.') && one.endsWith(`.${other}`);
  return a !== '' && b !== '' && (a === b || isBelow(a, b) || isBelow(b, a));
}

/**
 * Google signs for a Workspace domain that has no DKIM key of its own: `example-com.20230601.gappssmtp.com`. Only where
 * the hyphens can stand for no other domain.
 */
const isGooglesFor = (signer: string, domain: string): boolean =>
  /^[^.-]+\.[^.-]+$/.test(domain) &&
  signer.startsWith(`${domain.replace('.', '-')}.`) &&
  /^[^.]+\.\d{8}\.gappssmtp\.com$/.test(signer);

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).replace(/[<>]/g, '');
}
