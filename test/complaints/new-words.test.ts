import { htmlAnswers, plainAnswers } from './mails/answers.ts';
import { read } from './mails/letter.ts';

describe('the new words of an answer leave out what was quoted', () => {
  test.each(plainAnswers)('in plain text from $from', (answer) => {
    expect(read(answer).words).toBe(answer.fresh);
  });

  test.each(htmlAnswers)('in HTML from $from', (answer) => {
    expect(read(answer).words).toBe(answer.fresh);
  });

  test('but all of the text keeps them', () => {
    for (const answer of [...plainAnswers, ...htmlAnswers])
      expect(read(answer).text.length).toBeGreaterThan(answer.fresh.length + 15);
  });
});

describe('new words are never taken for history', () => {
  test.each([
    [
      'a form that gives a date',
      'Order: 4711\nDate: 12 May 2025\nProblem: it is broken.\nPlease send a new one.',
    ],
    [
      'a sentence that quotes an agent',
      'On 3 March at 10:00 your agent wrote:\n\nYou get your money back.\n\nI did not.',
    ],
    ['one line that begins with >', '> 5 kg is what the label says, it has 3.\nPlease explain.'],
    ['a colon after From', 'From: Leeds\nTo: York\n\nWhere is my parcel?'],
    [
      'two hundred paragraphs',
      Array.from({ length: 200 }, (_, i) => `Point ${i} of my complaint is here.`).join('\n\n'),
    ],
    [
      'dashes between two long parts',
      `First part.\n--\n${'Second part, which goes on for quite a while and says a good deal more. '.repeat(4)}`,
    ],
  ])('%s', (_, text) => {
    expect(read({ text }).words).toBe(text.trim());
  });

  test('a mail that only forwards keeps what it forwards', () => {
    const text =
      '---------- Forwarded message ---------\nFrom: Bob <bob@x.example>\nDate: Mon, 3 Feb 2025\nSubject: Lamp\nTo: Ann\n\nThe lamp is broken.';
    expect(read({ text, headers: { Subject: 'Fwd: Lamp' } }).words).toContain('The lamp is broken.');
  });

  test('a forward from Outlook keeps note and forwarded text', () => {
    const text =
      'Bitte erledigen.\n\nVon: Bob\nGesendet: Montag\nAn: Ann\nBetreff: Lampe\n\nDie Lampe ist kaputt.';
    const { words } = read({ text, headers: { Subject: 'WG: Lampe' } });
    expect(words).toContain('Bitte erledigen.');
    expect(words).toContain('Die Lampe ist kaputt.');
  });

  test('a mail that is nothing but a quoted block, and answers nothing, keeps it', () => {
    expect(read({ text: '> one\n> two\n> three\n> four' }).words).toBe('one\ntwo\nthree\nfour');
  });

  test('a forwarded mail that is attached is read where there is no other text', () => {
    const attached = {
      mimeType: 'message/rfc822',
      filename: 'lamp.eml',
      parts: [
        { mimeType: 'text/plain', body: { data: Buffer.from('The lamp is broken.').toString('base64url') } },
      ],
    };
    const mail = read({ payload: { mimeType: 'multipart/mixed', parts: [attached] } });
    expect(mail.words).toBe('The lamp is broken.');
    expect(mail.attachments.map(({ name }) => name)).toEqual(['lamp.eml']);
  });
});

describe('signatures are left out', () => {
  test.each([
    ['-- ', 'The lamp is broken.\n\n-- \nAnn Bell\nTel. 1234\nhttps://customer.example/?a=b'],
    ['English', 'The lamp is broken.\n\nBest regards,\nAnn Bell\nBell Ltd, 1 High Street, Leeds'],
    [
      'German',
      'The lamp is broken.\n\nMit freundlichen Grüßen\n\nAnn Bell\n\nBell GmbH\nHRB 1234\nGeschäftsführerin: Ann Bell',
    ],
    ['Dutch', 'The lamp is broken.\n\nMet vriendelijke groet,\n\nAnn'],
    ['Norwegian', 'The lamp is broken.\n\nMed vennlig hilsen\nAnn Bell'],
    ['French', 'The lamp is broken.\n\nCordialement,\nAnn'],
    ['Spanish', 'The lamp is broken.\n\nUn saludo,\nAnn'],
    ['name on the same line', 'The lamp is broken.\n\nKind regards, Ann'],
    ['telephone, English', 'The lamp is broken.\n\nSent from my iPhone'],
    ['telephone, Dutch', 'The lamp is broken.\n\nVerstuurd vanaf mijn Samsung-apparaat'],
    ['telephone, Norwegian', 'The lamp is broken.\n\nSendt fra min iPhone'],
    [
      'lawyers',
      'The lamp is broken.\n\nThis e-mail and any attachments may contain confidential information and are intended for the recipient only.',
    ],
    [
      'German lawyers below a signature',
      'The lamp is broken.\n\nViele Grüße\nAnn\n\nDiese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Empfänger sind, löschen Sie diese Nachricht.',
    ],
    [
      'Dutch lawyers',
      'The lamp is broken.\n\nDit bericht is uitsluitend bestemd voor de geadresseerde. Hebt u het per abuis ontvangen, waarschuw dan de afzender.',
    ],
    [
      'German lawyers without a secret',
      'The lamp is broken.\n\nDiese Nachricht ist ausschließlich für den bezeichneten Adressaten bestimmt. Sollten Sie das nicht sein, löschen Sie sie bitte.',
    ],
    [
      'Norwegian lawyers',
      'The lamp is broken.\n\nDenne e-posten kan inneholde konfidensiell informasjon. Er du ikke rett mottaker, slett den og gi avsender beskjed.',
    ],
    [
      'a Group',
      'The lamp is broken.\n\n-- \nYou received this message because you are subscribed to the Google Groups "Support" group.\nTo unsubscribe from this group, write.',
    ],
    [
      'a gateway, above the text',
      'CAUTION: This email originated from outside of the organization.\n\nThe lamp is broken.',
    ],
  ])('%s', (_, text) => {
    expect(read({ text }).words).toBe('The lamp is broken.');
  });

  test.each([
    [
      'a question below the closing',
      'The lamp is broken.\n\nBest regards\nAnn\n\nWhen will I get a new one?',
    ],
    ['an afterthought', 'The lamp is broken.\n\nBest regards\nAnn\n\nPS: the shade too.'],
    ['a mail that is nothing but a closing', 'Mit freundlichen Grüßen\nAnn Bell'],
    ['thanks', 'Perfect.\n\nThanks,\nAnn'],
  ])('but not %s', (_, text) => {
    expect(read({ text }).words).toBe(text);
  });
});
