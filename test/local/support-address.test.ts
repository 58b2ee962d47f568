import type { MailFile } from '../../src/local/mail-files.ts';
import { supportAddress } from '../../src/local/support-address.ts';

const mail = (more: Partial<MailFile>): MailFile => ({
  file: 'a.eml',
  raw: new Uint8Array(),
  date: null,
  from: 'kari@home.example',
  to: [],
  cc: [],
  delivered: [],
  messageId: null,
  subject: '',
  labels: [],
  ...more,
});

test('the address of the rules is the mailbox where the archive knows it, however seldom', () => {
  const mails = [
    mail({ to: ['sales@firm.example'], delivered: ['sales@firm.example'] }),
    mail({ to: ['sales@firm.example'] }),
    mail({ cc: ['help@firm.example'] }),
  ];
  expect(supportAddress(mails, ['support@firm.example', 'help@firm.example'])).toBe('help@firm.example');
});

test('a mail from the address of the rules shows it as well', () => {
  expect(supportAddress([mail({ from: 'help@firm.example' })], ['help@firm.example'])).toBe(
    'help@firm.example',
  );
});

test('else it is the mailbox that most mails were delivered to, not the one most were written to', () => {
  const mails = [
    mail({ to: ['list@firm.example'], delivered: ['care@firm.example'] }),
    mail({ to: ['list@firm.example'], delivered: ['care@firm.example'] }),
    mail({ to: ['list@firm.example'], delivered: ['other@firm.example'] }),
  ];
  expect(supportAddress(mails, ['support@elsewhere.example'])).toBe('care@firm.example');
});

test('without a delivery it is the address that most mails were written to, copies included', () => {
  const mails = [
    mail({ to: ['kari@home.example'], cc: ['care@firm.example'] }),
    mail({ to: ['care@firm.example'] }),
    mail({ to: ['tom@home.example'] }),
  ];
  expect(supportAddress(mails, [])).toBe('care@firm.example');
});

test('an archive that names nobody has the address of the rules', () => {
  expect(supportAddress([mail({})], ['help@firm.example'])).toBe('help@firm.example');
  expect(supportAddress([], [])).toBe('support@localhost');
});
