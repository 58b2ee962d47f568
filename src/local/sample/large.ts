// The sample's large mails, made when it is read: one with a 5 MB attachment, and a thread of 200 messages.
import { threadWords } from './thread-words.ts';

export interface MadeMail {
  readonly file: string;
  readonly raw: Uint8Array;
}

const attachmentBytes = 5 * 1024 * 1024;
const minute = 60_000;

export function largeMails(): MadeMail[] {
  return [withLargeAttachment(), ...longThread()];
}

/** The bytes repeat and compress well; what counts is how many they are. */
function withLargeAttachment(): MadeMail {
  const video = Buffer.alloc(attachmentBytes, 'ftypisom fjordlicht garden light, evening of 24 March. ');
  const lines = video.toString('base64').replace(/.{76}/g, '$&\r\n');
  const boundary = 'Apple-Mail-7C0B21D4';
  const text = [
    ...header({
      from: 'Bjarne Aasen <bjarne.aasen@nordpost.example>',
      to: 'support@fjordlicht.example',
      subject: 'Video av hagelampen som blinker',
      at: Date.UTC(2026, 2, 25, 9, 5),
      id: '5F3C9A10-77B2-4E58-9F11-AA07C3E1@nordpost.example',
    }),
    'X-Mailer: Apple Mail (2.3826.300.87.4.3)',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    'Hei! Hagelampen blinker hele natten, se video. Den er koblet til den nye huben. Hva er galt?',
    '',
    'Hilsen Bjarne',
    '',
    `--${boundary}`,
    'Content-Type: video/quicktime; name="IMG_0417.MOV"',
    'Content-Disposition: attachment; filename="IMG_0417.MOV"',
    'Content-Transfer-Encoding: base64',
    '',
    lines,
    `--${boundary}--`,
    '',
  ].join('\r\n');
  return { file: 'large/video.eml', raw: Buffer.from(text) };
}

const customer = 'Hanne Dahl <hanne.dahl@dahl-scener.example>';
const agent = 'David Clarke <david@fjordlicht.example>';
const support = 'Fjordlicht Support <support@fjordlicht.example>';
const messages = 200;
const perDay = 25;

/** A stage technician and David set up 64 lamps by mail, over eight working days, question by answer. */
function longThread(): MadeMail[] {
  return Array.from({ length: messages }, (_, index) => threadMail(index));
}

function threadMail(index: number): MadeMail {
  const byCustomer = index % 2 === 0;
  const subject = 'Scene set-up for 64 lamps at the theatre';
  const references = Array.from({ length: index }, (_, before) => `<${threadId(before)}>`);
  const text = [
    ...header({
      from: byCustomer ? customer : agent,
      to: byCustomer ? support : customer,
      subject: index === 0 ? subject : `Re: ${subject}`,
      at: threadInstant(index),
      id: threadId(index),
    }),
    ...(byCustomer ? [] : [`Cc: ${support}`]),
    ...(index > 0 ? [`In-Reply-To: ${references.at(-1)}`, `References: ${references.join('\r\n ')}`] : []),
    'User-Agent: Mozilla Thunderbird',
    'Content-Type: text/plain; charset=UTF-8; format=flowed',
    'Content-Transfer-Encoding: 8bit',
    '',
    threadWords(index),
    ...(index > 0 ? ['', quoteIntro(index), ...quoted(threadWords(index - 1))] : []),
    '',
  ].join('\r\n');
  return { file: `large/thread-${String(index + 1).padStart(3, '0')}.eml`, raw: Buffer.from(text) };
}

const threadId = (index: number): string =>
  `set-up-${index + 1}@${index % 2 === 0 ? 'dahl-scener' : 'fjordlicht'}.example`;

/** From Tuesday 24 March, 25 a day, every nineteen minutes from 08:05 in Oslo; no mail on days off. */
function threadInstant(index: number): number {
  const days = [24, 25, 26, 27, 30, 31, 32, 38];
  const day = days[Math.floor(index / perDay)] ?? 38;
  const summer = day >= 29 ? 60 : 0;
  return Date.UTC(2026, 2, day, 7, 5 - summer) + (index % perDay) * 19 * minute;
}

const quoteIntro = (index: number): string => (index % 2 === 0 ? 'David Clarke wrote:' : 'Hanne Dahl wrote:');
const quoted = (words: string): string[] => words.split('\n').map((line) => `> ${line}`);

interface Head {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly at: number;
  readonly id: string;
}

const header = ({ from, to, subject, at, id }: Head): string[] => [
  `Message-ID: <${id}>`,
  `Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
  `From: ${from}`,
  `To: ${to}`,
  `Subject: ${subject}`,
  'MIME-Version: 1.0',
];
