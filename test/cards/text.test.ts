// Text on cards.
import fc from 'fast-check';
import { messageCard } from '../../src/cards/message.ts';
import { plain, shortened } from '../../src/cards/text.ts';

test('what a customer wrote is shown as text and never read as HTML', () => {
  expect(plain('<a href="x">Tom & Jerry\'s</a>')).toBe(
    '&lt;a href=&quot;x&quot;&gt;Tom &amp; Jerry&#39;s&lt;/a&gt;',
  );
  fc.assert(fc.property(fc.string(), (text) => !/[<>"']|&(?!(amp|lt|gt|quot|#39);)/.test(plain(text))));
});

test('a long subject ends in an ellipsis and is never longer than asked', () => {
  expect(shortened('abcdef', 6)).toBe('abcdef');
  expect(shortened('abcdefg', 6)).toBe('abcde…');
  expect(shortened('🧨🧨🧨', 2)).toBe('🧨…');
});

test('a Message-ID with HTML in it cannot draw on the card', () => {
  const mail = { subject: '', messageId: '<b>bold</b>', references: [] };
  const card = JSON.stringify(messageCard(mail, { state: 'unreachable' }));
  expect(card).toContain('&lt;b&gt;bold');
  expect(card).not.toContain('<b>bold');
});
