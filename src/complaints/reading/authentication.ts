// What the receiving server found out about the sender: is the From address to be believed?
import type { Mail } from '../mail.ts';
import type { Headers } from './headers.ts';

type Verdict = Mail['authentication'];

/**
 * Reads the topmost Authentication-Results only: the receiving server puts its own above all others, and those below may
 * be forged. DMARC decides; without it SPF or DKIM of the From address's own domain does.
 */
export function authenticationOf(headers: Headers, fromAddress: string): Verdict {
  return verdictOf(headers.first('authentication-results'), domainOf(fromAddress));
}

/** What a Group's own server found of the mail before it rewrote From. */
export function originalAuthenticationOf(headers: Headers, fromAddress: string): Verdict {
  return verdictOf(headers.first('x-original-authentication-results'), domainOf(fromAddress));
}

function verdictOf(header: string | null, domain: string): Verdict {
  const results = (header ?? '')
    .slice(0, 10_000)
    .toLowerCase()
    .replace(/\([^()]*\)/g, ' ')
    .split(';')
    .map((part) => part.trim());
  const dmarc = results.find((result) => result.startsWith('dmarc='));
  if (dmarc?.startsWith('dmarc=fail')) return 'fail';
  if (dmarc?.startsWith('dmarc=pass')) return 'pass';
  return results.some((result) => isAlignedPass(result, domain)) ? 'pass' : 'unknown';
}

function isAlignedPass(result: string, domain: string): boolean {
  if (!/^(?:spf|dkim)=pass\b/.test(result)) return false;
  const signed = [...result.matchAll(/\b(?:smtp\.mailfrom|header\.i|header\.d)=([^\s;]{1,320})/g)];
  return signed.some(([, signer = '']) => isAligned(domainOf(signer), domain));
}

function isAligned(a: string, b: string): boolean {
  return a !== '' && b !== '' && (a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`));
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).replace(/[<>"]/g, '');
}
