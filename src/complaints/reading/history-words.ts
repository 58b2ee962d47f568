// The words that mail programs put above history, in the languages customers write.
import type { Line } from './page.ts';

/** Verbs of the line above a quoted mail: "Am 3. Februar um 10:00 schrieb Jane Doe:". */
const verbs =
  /(?:^|[\s,>])(?:wrote|writes|schrieb|schreef|geschreven|skrev|a \u00e9crit|escribi\u00f3|ha scritto|escreveu|napisa\u0142\(?a?\)?|kirjoitti)(?:[\s:,]|$)/iu;
const openers =
  /^(?:on|am|op|den|le|el|il|p\u00e5|em|w dniu|dnia|\d{1,2}[./ ]|(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|ma|wo|vr|za|zo|man|tir|tirs|ons|tor|tors|fre|l\u00f8r|s\u00f8n|l\u00f6r|s\u00f6n|lun|mar|mer|jeu|ven|sam|dim|mi\u00e9|jue|vie|s\u00e1b|dom)[.,\s])/iu;
const address = /[^\s<>@]{1,80}@[^\s<>@]{1,80}/;

const original =
  /^[-_\s]*(?:original message|original-?nachricht|urspr\u00fcngliche nachricht|oorspronkelijk bericht|opprinnelig melding|oprindelig meddelelse|ursprungligt meddelande|message d['\u2019]origine|mensaje original|reply message|antwort nachricht)[-_\s]*$/i;
const forwarded =
  /^(?:[-_\s]*(?:forwarded message|weitergeleitete nachricht|doorgestuurd bericht|videresendt (?:melding|meddelelse)|vidarebefordrat meddelande|message (?:transf\u00e9r\u00e9|r\u00e9exp\u00e9di\u00e9)|mensaje reenviado)[-_\s]*|(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|begin doorgestuurd bericht|(?:start p\u00e5|begynnelse p\u00e5) videresendt melding|d\u00e9but du (?:message r\u00e9exp\u00e9di\u00e9|message transf\u00e9r\u00e9)|inicio del mensaje reenviado)\s?:)$/i;
const replyAbove =
  /^[^a-z]{0,12}.{0,40}(?:above this line|\u00fcber dieser zeile|oberhalb dieser (?:zeile|linie)|boven deze (?:regel|lijn)|over denne linjen|au-dessus de cette ligne|encima de esta l\u00ednea).{0,40}$/i;

/** Labels of the block that Outlook and others put above history. */
const labels: Readonly<Record<'from' | 'date' | 'to' | 'subject', RegExp>> = {
  from: /^(?:from|von|van|fra|fr\u00e5n|de|da|expéditeur|afzender)$/i,
  date: /^(?:sent|date|gesendet|datum|verzonden|sendt|dato|skickat|envoy\u00e9(?: le)?|enviado(?: el)?|fecha|inviato)$/i,
  to: /^(?:to|cc|an|aan|til|till|kopi|kopie|\u00e0|para|pour|a)$/i,
  subject: /^(?:subject|betreff|onderwerp|emne|\u00e4mne|objet|asunto|oggetto)$/i,
};

const longestLine = 400;
const linesOfAttribution = 4;
const linesOfBlock = 8;

export function isForwardLine(text: string): boolean {
  return text.length < 100 && forwarded.test(text.trim());
}

/** "-----Original Message-----" and "Please reply above this line". */
export function isOriginalLine(text: string): boolean {
  return text.length < 120 && (original.test(text.trim()) || replyAbove.test(text.trim()));
}

/**
 * How many lines from `at` on are "On <date>, <somebody> wrote:", which programs wrap; 0 where it is none. Without an
 * address it counts only above a quoted line: a customer may write "your agent wrote:" as well.
 */
export function attributionLength(lines: readonly Line[], at: number): number {
  const first = clipped(lines[at]).replace(/^[\s*_-]+/, '');
  if (first === '' || !(openers.test(first) || (verbs.test(first) && address.test(first)))) return 0;
  let joined = '';
  for (let length = 1; length <= linesOfAttribution; length++) {
    const line = lines[at + length - 1];
    if (!line || line.role === 'quoted' || line.text.trim() === '') return 0;
    joined = `${joined} ${clipped(line)}`.trim();
    if (joined.length > longestLine) return 0;
    if (!/[:\uff1a][\s*_]*$|wrote[-\s]*$/i.test(joined)) continue;
    const isOne = verbs.test(joined) && /\d/.test(joined);
    return isOne && (address.test(joined) || isQuotedNext(lines, at + length)) ? length : 0;
  }
  return 0;
}

/** How many lines from `at` on are a block of From, Sent, To and Subject; 0 where it is none. */
export function blockLength(lines: readonly Line[], at: number): number {
  if (!labelOf(lines[at])) return 0;
  const seen = new Set<string>();
  let length = 0;
  for (let i = at; i < Math.min(lines.length, at + linesOfBlock); i++) {
    const line = lines[i];
    if (!line || line.role === 'quoted' || line.text.trim() === '') break;
    const label = labelOf(line);
    if (!label) continue;
    seen.add(label);
    length = i - at + 1;
  }
  return seen.has('from') && seen.has('date') && seen.size >= 3 ? length : 0;
}

function labelOf(line: Line | undefined): string | null {
  const text = clipped(line);
  const colon = text.slice(0, 30).search(/[:\uff1a]/);
  if (colon < 0) return null;
  const label = text
    .slice(0, colon)
    .replace(/[*_\s]+/g, ' ')
    .trim();
  return Object.entries(labels).find(([, pattern]) => pattern.test(label))?.[0] ?? null;
}

function isQuotedNext(lines: readonly Line[], at: number): boolean {
  const next = lines.slice(at, at + 3).find((line) => line.text.trim() !== '' || line.role === 'quoted');
  return next?.role === 'quoted';
}

function clipped(line: Line | undefined): string {
  return (line?.text ?? '').slice(0, longestLine).trim();
}
