// Text on cards.
import fc from 'fast-check';
import { noTicketCard } from '../../src/cards/beside.ts';
import { readerOf } from '../../src/cards/reader.ts';
import { oneLine, paragraphs, plain, quoted, shortened } from '../../src/cards/text.ts';

test('what a customer wrote is shown as text and never read as HTML', () => {
  expect(plain('<a href="x">Tom & Jerry\'s</a>')).toBe(
    '&lt;a href=&quot;x&quot;&gt;Tom &amp; Jerry&#39;s&lt;/a&gt;',
  );
  const safe = (text: string) => !/[<>"']|&(?!(amp|lt|gt|quot|#39);)/.test(text);
  fc.assert(fc.property(fc.string(), (text) => safe(plain(text)) && safe(quoted(text))));
  fc.assert(fc.property(fc.string(), (text) => safe(paragraphs(text).replaceAll('<br>', ''))));
});

test('a long subject ends in an ellipsis and is never longer than asked', () => {
  expect(shortened('abcdef', 6)).toBe('abcdef');
  expect(shortened('abcdefg', 6)).toBe('abcde…');
  expect(shortened('🧨🧨🧨', 2)).toBe('🧨…');
  expect(oneLine('x'.repeat(10_000), 20)).toHaveLength(20);
});

test('words from right to left are kept apart, and no sign can turn the words around it', () => {
  expect(oneLine('שלום')).toBe('\u2068שלום\u2069');
  expect(oneLine('gnp.\u202ecod')).toBe('gnp.cod');
  expect(oneLine('one\r\n two\u0000')).toBe('one two');
  expect(paragraphs('a\r\nb\n\n\n\nc')).toBe('a<br>b<br><br>c');
});

test('a subject with HTML in it cannot draw on the card', () => {
  const mail = { subject: '<b>bold</b>', messageId: null, references: [], noticeOf: null };
  const card = noTicketCard(mail, readerOf({ locale: 'en', timeZone: 'UTC' }, 0));
  // A header knows no HTML: there it stands as it was written.
  expect(card.header?.subtitle).toBe('<b>bold</b>');
  expect(JSON.stringify(card.sections)).not.toContain('<b>bold');
});
