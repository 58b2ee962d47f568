import { isClosing, readingsOf } from '../../src/local/archive-reading.ts';
import type { Arrival } from '../../src/local/arrival.ts';

const identity = { people: ['ida@firm.example'], supportAddresses: ['support@firm.example'] };

interface Letter {
  readonly id: string;
  readonly from?: string;
  readonly re?: string;
  readonly words?: string;
  readonly headers?: string;
}

function arrivalOf(
  { id, from = 'kari@home.example', re, words = 'Hello', headers = '' }: Letter,
  index: number,
): Arrival {
  const answers = re ? `In-Reply-To: <${re}>\r\nReferences: <${re}>\r\n` : '';
  const raw = `From: ${from}\r\nTo: support@firm.example\r\nSubject: Lamp\r\nMessage-ID: <${id}>\r\n${answers}${headers}Content-Type: text/plain; charset=utf-8\r\n\r\n${words}\r\n`;
  const mail = {
    file: id,
    raw: Buffer.from(raw),
    date: null,
    from,
    to: [],
    cc: [],
    delivered: [],
    messageId: id,
    subject: 'Lamp',
    labels: [],
  };
  return { mail, at: index };
}

const read = (...letters: readonly Letter[]) =>
  Object.fromEntries(
    [...readingsOf(letters.map(arrivalOf), identity)].map(([mail, reading]) => [mail.file, reading]),
  );

test.each([
  'It came, it is beautiful, thank you both so much xx',
  'Das Geld ist heute gekommen. Vielen Dank für die freundliche Hilfe!',
  'Ze hangen! Super bedankt allebei',
  'Alle 8 lyser igjen. Takk for at du ringte så fort!',
  'white ring, all back. cheers',
])('thanks with good news close a matter: %s', (words) => {
  expect(isClosing(words)).toBe(true);
});

test.each([
  'Thanks! And when will the second one arrive?',
  'Please send it to my new address. Thank you in advance',
  'Bitte um Rückruf, vielen Dank im Voraus',
  'Graag een antwoord, alvast bedankt',
  'Send den på nytt. På forhånd takk',
  'Still dark here.',
  `Thank you. ${'It has a long history. '.repeat(30)}`,
])('a question, a request or a long letter closes nothing: %s', (words) => {
  expect(isClosing(words)).toBe(false);
});

test('a thank-you that none of our people answered closes its matter', () => {
  const letters = [
    { id: 'q' },
    { id: 'a', from: 'ida@firm.example', re: 'q' },
    { id: 't', re: 'a', words: 'It works, thanks!' },
  ];
  expect(read(...letters)).toEqual({ t: 'closing' });
});

test('a thank-you that somebody did answer was no end', () => {
  const letters = [
    { id: 'a', from: 'ida@firm.example' },
    { id: 't', re: 'a', words: 'Thank you. I await the letter.' },
    { id: 'b', from: 'ida@firm.example', re: 't', words: 'Here it is.' },
  ];
  expect(read(...letters)).toEqual({});
});

test('the thanks of a quoted answer are not the words of the customer', () => {
  const words =
    'It is dark again.\r\n\r\nOn Mon, 23 Mar 2026 at 09:00, Ida <ida@firm.example> wrote:\r\n> Thank you for the picture!';
  expect(read({ id: 'a', from: 'ida@firm.example' }, { id: 't', re: 'a', words })).toEqual({});
});

test('a first mail closes nothing, however polite', () => {
  expect(read({ id: 'q', words: 'Please call me. Thank you.' })).toEqual({});
});

test('our own people close nothing by writing', () => {
  expect(read({ id: 'q' }, { id: 'a', from: 'ida@firm.example', re: 'q', words: 'Thank you!' })).toEqual({});
});

test.each(['X-Spam-Flag: YES\r\n', 'X-Spam-Status: Yes, score=7.4\r\n'])(
  'what the mail server took for spam is no ticket: %s',
  (headers) => {
    expect(read({ id: 's', headers })).toEqual({ s: 'no ticket' });
  },
);

test('what the mail server let pass is not judged', () => {
  expect(read({ id: 's', headers: 'X-Spam-Status: No, score=-0.1\r\n' })).toEqual({});
});

test('a no-reply notification is no ticket, unless one of us answered it', () => {
  const note = { id: 'n', from: 'no-reply@carrier.example' };
  expect(read(note)).toEqual({ n: 'no ticket' });
  expect(read(note, { id: 'a', from: 'ida@firm.example', re: 'n' })).toEqual({});
});
