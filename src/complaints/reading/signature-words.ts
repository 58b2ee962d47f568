// The words of signatures: closings, what telephones add, and what lawyers add.

const closings = [
  '(?:kind|best|warm|many|with (?:kind|best|warm)|kindest|warmest)?\\s?(?:regards|wishes)|yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|respectfully|br|kr|cheers',
  '(?:mit )?(?:freundlichen?|besten?|herzlichen?|vielen?|sch\u00f6nen?|liebe[nr]?|viele|sonnigen?) (?:gr(?:\u00fc|ue)(?:\u00df|ss)en?)(?: aus .{1,30})?|hochachtungsvoll|mfg|lg|vg|gru(?:\u00df|ss)',
  '(?:met )?(?:vriendelijke|hartelijke|beste) groet(?:en)?|hoogachtend|groet(?:en|jes)?|mvg',
  '(?:med )?(?:vennlig(?:e)?|beste|venlig(?:e)?|hjertelig|v\u00e4nliga?|b\u00e4sta) (?:hilsen(?:er)?|h\u00e4lsning(?:ar)?)|hilsen|mvh|vh|h\u00e4lsningar',
  '(?:bien )?cordialement|(?:bien )?[\u00e0a] vous|salutations(?: distingu\u00e9es)?|sinc\u00e8res salutations|bonne (?:journ\u00e9e|soir\u00e9e)|(?:veuillez|je vous prie).{0,60}salutations.{0,30}',
  '(?:un )?(?:cordial )?saludos?(?: cordial(?:es)?)?|atentamente|muy atentamente|le saluda atentamente|un abrazo',
].join('|');

/** A line that is a closing and nothing else, or a closing and a name: "Mit freundlichen Gr\u00fc\u00dfen, Jane Doe". */
const closing = new RegExp(`^(?:${closings})\\s?(?:[,.!:\u2013-]+\\s?(.{0,60}))?$`, 'iu');

const mobile = [
  /^(?:sent|get) (?:from|via|with) (?:my )?.{2,60}$/i,
  /^get outlook for .{2,30}$/i,
  /^(?:von meinem|diese nachricht wurde von meinem|gesendet (?:von|mit|\u00fcber)|outlook f\u00fcr) .{2,80}$/i,
  /^outlook f\u00fcr .{2,20} (?:beziehen|herunterladen).{0,5}$/i,
  /^(?:verstuurd|verzonden) (?:vanaf|vanuit|met|via) .{2,60}$/i,
  /^(?:sendt|hent|skickat|h\u00e4mta) (?:fra|outlook|fr\u00e5n|med|via) .{2,60}$/i,
  /^(?:envoy\u00e9|t\u00e9l\u00e9charge[rz]?) (?:de|depuis|\u00e0 partir de|outlook|avec) .{2,60}$/i,
  /^(?:enviado|obtener|obt\u00e9n) (?:desde|con|outlook) .{2,60}$/i,
];
const device =
  /phone|ipad|handy|mobil|android|samsung|galaxy|huawei|outlook|smartphone|mail|tablet|xiaomi|pixel|tel\u00e9fono|t\u00e9l\u00e9phone|telefon|nettbrett/i;

const secret =
  /confidential|vertraulich|vertrouwelijk|konfidens|fortrolig|konfidentiell|confidentiel|confidencial|privileged|uitsluitend bestemd|ausschlie(?:\u00df|ss)lich f\u00fcr/i;
const reader =
  /intended|recipient|addressee|empf\u00e4nger|unbefugt|irrt\u00fcmlich|bestemd|geadresseerde|ontvanger|mottaker|modtager|mottagare|adressat|destinataire|destinatario/i;

/** What stands after the closing on its line, such as the name; null where the line is no closing. */
export function closingIn(line: string): string | null {
  if (line.length > 140) return null;
  const match = closing.exec(line.trim().replace(/^[*_]+|[*_]+$/g, ''));
  return match ? (match[1] ?? '') : null;
}

/** "Sent from my iPhone", in six languages. */
export function isMobileLine(line: string): boolean {
  const text = line.trim();
  return text.length < 120 && device.test(text) && mobile.some((pattern) => pattern.test(text));
}

/** A paragraph that says the mail is confidential and for its recipient only. */
export function isDisclaimer(paragraph: string): boolean {
  const text = paragraph.slice(0, 1500);
  return (
    text.length > 60 &&
    secret.test(text) &&
    reader.test(text) &&
    /e-?post|mail|message|nachricht|bericht|melding|meddel|mensaje/i.test(text)
  );
}
