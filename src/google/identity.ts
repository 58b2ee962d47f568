// Which addresses are the desk's own, for reading a mail.
import type { Identity } from '../complaints/mail.ts';
import type { Rules } from '../complaints/rules.ts';

export const identityOf = ({ settings, people }: Rules): Identity => ({
  supportAddresses: settings.supportAddresses,
  people: people.map(({ email }) => email),
});
