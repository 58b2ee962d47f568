// Who really wrote a mail, where a Group or a web form stands in From.
import type { Address, Identity } from '../mail.ts';
import { addressesIn, addressIn } from './addresses.ts';
import type { Headers } from './headers.ts';
import { isMachineAddress, isSendingMachine } from './machine-names.ts';
import { cameThroughGroup } from './own-group.ts';

export interface Writer {
  readonly from: Address;
  /** From as the mail has it. */
  readonly header: Address;
  /** A Group put itself into From. */
  readonly isRewritten: boolean;
  /** A machine sent it in the name of who wrote. */
  readonly isPassedOn: boolean;
}

const unknown: Address = { name: '', address: 'unknown' };

/** From, except where a Group rewrote it (then X-Original-From or Reply-To) or a machine sent a person's words (then Reply-To). */
export function writerOf(headers: Headers, identity: Identity): Writer {
  const header = fromHeader(headers);
  const isOurs = (address: string) => identity.supportAddresses.includes(address);
  const replyTo = addressesIn(headers.first('reply-to')).find(
    ({ address }) => !isOurs(address) && !isMachineAddress(address) && address !== header.address,
  );
  if (isRewritten(headers, header, isOurs(header.address))) {
    const original = originals(headers).find(({ address }) => !isOurs(address) && address !== header.address);
    const from = original ?? replyTo ?? { name: withoutVia(header.name), address: 'unknown' };
    return { from: named(from, header), header, isRewritten: true, isPassedOn: false };
  }
  const isMachine = isOurs(header.address) || isSendingMachine(header.address);
  if (isMachine && replyTo) return { from: replyTo, header, isRewritten: false, isPassedOn: true };
  return { from: header, header, isRewritten: false, isPassedOn: false };
}

function fromHeader(headers: Headers): Address {
  for (const name of ['from', 'sender', 'x-original-sender', 'return-path']) {
    const address = addressIn(headers.first(name));
    if (address) return address;
  }
  return { ...unknown, name: headers.text('from') ?? '' };
}

/** A Group says so by X-Original-From, or by "via" in the name beside its own list headers. */
function isRewritten(headers: Headers, header: Address, isOurs: boolean): boolean {
  const through = cameThroughGroup(headers, [header.address]);
  if (!isOurs && !through) return false;
  return (
    headers.first('x-original-from') !== null ||
    / via /i.test(header.name) ||
    (through && originals(headers).length > 0 && !isSelf(headers, header))
  );
}

function isSelf(headers: Headers, header: Address): boolean {
  return originals(headers).every(({ address }) => address === header.address);
}

function originals(headers: Headers): readonly Address[] {
  return ['x-original-from', 'x-original-sender'].flatMap((name) => addressesIn(headers.first(name)));
}

/** A bare address takes the name that the Group left in From: "'Jane Doe' via Support". */
function named(address: Address, header: Address): Address {
  return address.name === '' ? { ...address, name: withoutVia(header.name) } : address;
}

function withoutVia(name: string): string {
  const via = name.toLowerCase().lastIndexOf(' via ');
  return (via < 0 ? name : name.slice(0, via)).replace(/^['"]+|['"]+$/g, '').trim();
}
