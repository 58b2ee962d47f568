// What a sidebar takes for the desk's answer.
import fc from 'fast-check';
import { type DoorAnswer, readReply } from '../../src/door/answer.ts';
import { writeReply } from '../../src/door/write-reply.ts';

const nonce = 'n0nce-0123456789';
const answer: DoorAnswer = { answer: 'no ticket' };

test('the answer to this request is read', () => {
  expect(readReply(writeReply({ nonce, at: 1, answer }), nonce)).toEqual(answer);
});

test('an answer to another request is never shown as the answer to this one', () => {
  expect(readReply(writeReply({ nonce: 'n0nce-9876543210', at: 1, answer }), nonce)).toBeNull();
  expect(readReply(writeReply({ nonce: '', at: 1, answer }), nonce)).toBeNull();
});

test('a refusal may come from a desk that could not read the request', () => {
  const refused: DoorAnswer = { answer: 'refused', kind: 'not accepted', words: 'No' };
  expect(readReply(writeReply({ nonce: '', at: 1, answer: refused }), nonce)).toEqual(refused);
});

test('a sign-in page, an error page or anything else is no answer', () => {
  expect(readReply('<!DOCTYPE html><title>Sign in</title>', nonce)).toBeNull();
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => readReply(text, nonce) === null));
});

test('the answer of a later version may say more than this version reads', () => {
  const reply = JSON.stringify({ v: 1, nonce, at: 1, later: true, answer: { ...answer, later: true } });
  expect(readReply(reply, nonce)).toEqual(answer);
});
