// Whether a machine may ever answer a mail. One that should have been answered waits for a person; a loop never ends.
import { sayingOf } from './absence-words.ts';
import { autoSubmittedValue, hasEmptyReturnPath } from './automatic.ts';
import type { Sign } from './evidence.ts';
import { isMachineAddress } from './machine-names.ts';
import { foreignListHeaders } from './own-group.ts';

/** Each gives a reason against an answer. */
export const signsAgainst: readonly Sign[] = [
  (evidence) => (autoSubmittedValue(evidence) ? 'Auto-Submitted' : null),
  ({ writer }) => (writer.isPassedOn ? 'A machine passed it on' : null),
  ({ writer: { from, header } }) =>
    [from, header].some(({ address }) => isMachineAddress(address)) ? 'Nobody reads at that address' : null,
  ({ writer }) => (writer.from.address === 'unknown' ? 'Nobody knows who wrote' : null),
  ({ writer, identity }) =>
    identity.supportAddresses.includes(writer.from.address) ? 'It is the desk' : null,
  ({ headers }) => (hasEmptyReturnPath(headers.all('return-path')) ? 'Empty Return-Path' : null),
  ({ headers }) =>
    /\b(?:all|oof|autoreply)\b/i.test(headers.first('x-auto-response-suppress') ?? '')
      ? 'X-Auto-Response-Suppress'
      : null,
  ({ headers }) =>
    headers.all('precedence').some((value) => /^(?:bulk|junk)\b/i.test(value)) ? 'Precedence: bulk' : null,
  ({ headers, identity }) =>
    foreignListHeaders(headers, identity.supportAddresses).includes('list-unsubscribe')
      ? 'List-Unsubscribe'
      : null,
  ({ headers }) => (headers.first('x-tierline') === null ? null : 'X-Tierline'),
  ({ authentication }) => (authentication === 'fail' ? 'The sender is not who it seems' : null),
  ({ subject, words }) =>
    sayingOf(subject, words).saysMachine ? 'The text says that a machine wrote it' : null,
];
