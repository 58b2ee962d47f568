// Which mailbox an archive belongs to, where nobody said it.
import type { MailFile } from './mail-files.ts';

/** The rules' own address if the archive knows it; else the address that most mails were delivered or sent to. */
export function supportAddress(mails: readonly MailFile[], byRules: readonly string[]): string {
  const known = byRules.find((address) => mails.some((mail) => names(mail).includes(address)));
  const delivered = mostFrequent(mails.flatMap((mail) => mail.delivered));
  const written = mostFrequent(mails.flatMap((mail) => [...mail.to, ...mail.cc]));
  return known ?? delivered ?? written ?? byRules[0] ?? 'support@localhost';
}

const names = (mail: MailFile): readonly string[] => [mail.from, ...mail.to, ...mail.cc, ...mail.delivered];

function mostFrequent(addresses: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const address of addresses) counts.set(address, (counts.get(address) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
