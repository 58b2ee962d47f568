// What waits to leave: put off, failed or refused, it is tried again, and never sent twice because of an old word.
import { nothingKnown, stillWaiting, type Waiting } from '../../src/rules/desk/desk-state.ts';

const noon = Date.parse('2026-03-24T12:00:00Z');
const minute = 60_000;

const mail = (id: string, tried: number | null = noon): Waiting => ({
  outgoing: {
    id,
    at: noon,
    notBefore: noon,
    ticket: 'FL-1',
    effect: {
      do: 'send',
      use: 'acknowledge',
      to: 'kari@example.com',
      subject: '',
      body: '',
      inReplyTo: null,
      threadId: '',
    },
  },
  tried,
  tries: 0,
});

const after = (waiting: readonly Waiting[], outcome: Partial<typeof nothingKnown>): readonly Waiting[] =>
  stillWaiting(waiting, { ...nothingKnown, at: noon + 1, ...outcome }, noon + minute).waiting;

test('what Gmail put off is known not to have left, so it is sent without being looked for', () => {
  expect(after([mail('a')], { later: ['a'] })).toEqual([mail('a', null)]);
});

test('what was put off once, and tried again since, may have left: only a look into Sent tells', () => {
  const again = mail('a', noon + 5 * minute);
  expect(after([again], { later: ['a'] })).toEqual([again]);
  expect(after([again], { refused: ['a'] })).toEqual([again]);
});

test('where no mail left at all the fault is Google’s, and every mail may be tried at the next tick', () => {
  const left = after([mail('a'), mail('b')], { failed: ['a', 'b'] });
  expect(left.map(({ outgoing }) => outgoing.notBefore)).toEqual([noon, noon]);
  expect(left.map(({ tried }) => tried)).toEqual([noon + 1, noon + 1]);
});

test('a mail that fails while others leave waits longer each time, half an hour at most', () => {
  let [one] = [mail('a')];
  const waits: number[] = [];
  for (let time = 0; time < 7; time++) {
    [one = one] = after([one, mail('b')], { done: ['b'], failed: ['a'] });
    waits.push((one.outgoing.notBefore - noon) / minute - 1);
  }
  expect(waits).toEqual([0, 3, 8, 15, 24, 30, 30]);
});
