import { read } from './mails/letter.ts';

test.each([
  'Thanks!',
  'Thank you very much for your quick help',
  'Perfect, thanks!',
  'Thanks Jane!',
  'Hi Jane,\nthank you, it works now.\nAnn',
  'Great, thx 👍',
  '👍',
  '🙏🙏',
  'Vielen Dank, hat geklappt',
  'Danke!',
  'Danke, Frau Meier',
  'Super, vielen Dank für die schnelle Hilfe!\n\nViele Grüße\nAnn Bell',
  'Hartelijk dank voor de snelle reactie',
  'Bedankt, het werkt weer!',
  'Tusen takk for hjelpen!',
  'Takk, det fungerer nå',
  'Merci beaucoup !',
  'Merci pour votre aide, tout fonctionne.',
  'Muchas gracias por su ayuda',
  'Thank you.\n\nSent from my iPhone',
])('"%s" is a thank-you and nothing else', (text) => {
  expect(read({ text }).thanksOnly).toBe(true);
});

test.each([
  'Thanks, but it still does not work',
  'Thanks, when does it come?',
  'Thanks for nothing',
  'Thank you, please cancel order 12',
  'Danke, aber es geht nicht',
  'Danke. Rechnung fehlt noch',
  'Bedankt, maar het werkt niet',
  'Takk, men lampen er mørk',
  'Merci mais la lampe est cassée',
  'Gracias, pero no funciona',
  'Works now',
  'Ok',
  '',
  'Thanks. Still broken.',
  'Thanks in advance for a refund',
  'The lamp is broken. Thanks!',
  '😡',
  'Danke, hat leider nicht geklappt',
  'Thanks, order 12',
])('"%s" is more, or no thank-you', (text) => {
  expect(read({ text }).thanksOnly).toBe(false);
});

test('thanks with a file attached is more than thanks', () => {
  const parts = [
    { mimeType: 'text/plain', body: { data: Buffer.from('Thanks!').toString('base64url') } },
    { mimeType: 'application/pdf', filename: 'invoice.pdf', body: { attachmentId: 'x' } },
  ];
  expect(read({ payload: { mimeType: 'multipart/mixed', parts } }).thanksOnly).toBe(false);
});

test.each([
  ['en', 'The lamp that I ordered is broken and I want my money back.'],
  ['de', 'Die Lampe ist kaputt und ich möchte mein Geld zurück.'],
  ['nl', 'De lamp is stuk en ik wil graag mijn geld terug.'],
  ['no', 'Lampen er ødelagt, og jeg vil ha pengene tilbake. Hva gjør dere nå?'],
  ['da', 'Lampen er gået i stykker, og jeg vil gerne have pengene tilbage. Hvad gør I nu?'],
  ['sv', 'Lampan är trasig och jag vill ha pengarna tillbaka.'],
  ['fr', "La lampe est cassée et je veux être remboursé, c'est inadmissible."],
  ['es', 'La lámpara está rota y quiero que me devuelvan el dinero.'],
  [null, 'Lampe 4711'],
  [null, ''],
])('the language is %s in "%s"', (language, text) => {
  expect(read({ text, headers: { Subject: '4711' } }).language).toBe(language);
});
