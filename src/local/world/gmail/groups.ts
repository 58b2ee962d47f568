// What a Google Group does to a mail it passes on to its members.

import { addresses } from './addresses.ts';
import { edited, header } from './headers.ts';
import { parse } from './mime.ts';
import type { Group } from './state.ts';

/**
 * A sender whose domain forbids forwarding is shown as the group's.
 * Source: platform.md, "Mail through a Group from a domain with strict DMARC has its From rewritten".
 */
function rewritten(group: Group, raw: Uint8Array): Record<string, string> {
  const { headers } = parse(raw);
  const from = header(headers, 'From');
  const author = addresses(from)[0];
  const domain = author?.email.split('@')[1] ?? '';
  if (from === undefined || !author || !group.strictDomains.includes(domain)) return {};
  const name = author.name || author.email.split('@')[0];
  const replyTo = header(headers, 'Reply-To');
  return {
    From: `"'${name}' via ${group.name}" <${group.address}>`,
    'X-Original-From': from,
    'X-Original-Sender': author.email,
    'Reply-To': replyTo ?? from,
  };
}

/**
 * `found`: what Gmail found of the mail when it reached the group. The copy tells it, in place of what its sender may
 * have written there. Source: mails on public lists that Google Groups hands out carry it, under gmr-mx or mx.google.com.
 */
export function copyFor(group: Group, raw: Uint8Array, found: string): Uint8Array {
  const [local = '', domain = ''] = group.address.split('@');
  const command = (what: string) => `<mailto:${local}+${what}@${domain}>`;
  return edited(raw, {
    drop: ['Delivered-To', 'Return-Path', 'Authentication-Results'],
    set: {
      ...rewritten(group, raw),
      'X-Original-Authentication-Results': found,
      Precedence: 'list',
      'Mailing-list': `list ${group.address}; contact ${local}+owners@${domain}`,
      'List-ID': `<${local}.${domain}>`,
      'X-Google-Group-Id': groupId(group.address),
      'List-Post': `<https://groups.google.com/a/${domain}/group/${local}/post>, <mailto:${group.address}>`,
      'List-Help': `${command('help')}`,
      'List-Archive': `<https://groups.google.com/a/${domain}/group/${local}/>`,
      'List-Unsubscribe': `${command('unsubscribe')}, <https://groups.google.com/a/${domain}/group/${local}/subscribe>`,
    },
  });
}

/** Twelve digits, the same for the same address. */
function groupId(address: string): string {
  let sum = 7;
  for (const char of address) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 900_000_000_000;
  return String(100_000_000_000 + sum);
}
