// The desk's own Google Group: what it adds to a mail says nothing about who wrote it.
import type { Headers } from './headers.ts';

const listHeaders = [
  'list-id',
  'list-post',
  'list-unsubscribe',
  'list-archive',
  'list-help',
  'mailing-list',
  'x-google-group-id',
];

/** True when one of the support addresses is a Group and the mail came through it. */
export function cameThroughGroup(headers: Headers, addresses: readonly string[]): boolean {
  return ['list-id', 'list-post', 'mailing-list'].some((name) =>
    headers.all(name).some((value) => addresses.some((address) => isOf(value, address))),
  );
}

/** List headers that some other list put there. */
export function foreignListHeaders(headers: Headers, addresses: readonly string[]): readonly string[] {
  const through = cameThroughGroup(headers, addresses);
  return listHeaders.filter((name) =>
    headers
      .all(name)
      .some((value) => !(through && (name === 'x-google-group-id' || isOfGroups(value, addresses)))),
  );
}

/** `<support.example.com>`, `<mailto:support@example.com>` or `list support@example.com; contact ...`. */
function isOf(header: string, address: string): boolean {
  const value = header.slice(0, 2000).toLowerCase();
  return value.includes(`<${address.replace('@', '.')}>`) || tokens(value).includes(address);
}

function isOfGroups(header: string, addresses: readonly string[]): boolean {
  const value = header.slice(0, 2000).toLowerCase();
  const locals = addresses.map((address) => address.slice(0, address.lastIndexOf('@')));
  const isGroups = /https?:\/\/(?:groups\.google\.com|support\.google\.com\/a\/)/.test(value);
  return (
    isGroups ||
    addresses.some((address) => isOf(value, address)) ||
    tokens(value).some((token) => locals.some((local) => token.startsWith(`${local}+`)))
  );
}

function tokens(value: string): readonly string[] {
  return value.replace(/mailto:/g, ' ').split(/[\s<>,;?]+/);
}
