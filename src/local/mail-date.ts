// Reads a Date header as mail programs really write it, and says null where it cannot be believed.

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Minutes east of UTC. Other names and the military letters say nothing certain (RFC 5322, 4.3) and count as UTC. */
const zones: Readonly<Record<string, number>> = {
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  cet: 60,
  cest: 120,
  met: 60,
  mest: 120,
};

const rfc5322 =
  /^(?:[a-z]+\.?\s*,?\s*)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{2,4})\s+(\d{1,2})\s*[:.]\s*(\d{2})(?:\s*[:.]\s*(\d{2})(?:\.\d+)?)?\s*(.*)$/i;
const asctime =
  /^(?:[a-z]+\.?\s*,?\s*)?([a-z]{3})[a-z]*\s+(\d{1,2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s+(\d{4})\s*(.*)$/i;
const iso = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(.*)$/;

/** Mail was young before 1990; what claims to be older was written by a broken clock. */
const earliest = Date.UTC(1990, 0, 1);

/**
 * The instant of a Date header: RFC 5322 with comments, obsolete zones and two-digit years; also C's and ISO forms.
 * Null for what is missing, unreadable, before 1990 or after `latest`.
 */
export function mailDate(header: string | null, latest: number): number | null {
  if (header === null) return null;
  const text = withoutComments(header).replace(/\s+/g, ' ').trim();
  const instant = fromRfc5322(text) ?? fromAsctime(text) ?? fromIso(text);
  return instant !== null && instant >= earliest && instant <= latest ? instant : null;
}

function fromRfc5322(text: string): number | null {
  const found = rfc5322.exec(text);
  if (!found) return null;
  const [, day, month, year, hour, minute, second, zone] = found;
  return instantOf([fullYear(year ?? ''), monthNumber(month), day, hour, minute, second], zone);
}

function fromAsctime(text: string): number | null {
  const found = asctime.exec(text);
  if (!found) return null;
  const [, month, day, hour, minute, second, year, zone] = found;
  return instantOf([year, monthNumber(month), day, hour, minute, second], zone);
}

function fromIso(text: string): number | null {
  const found = iso.exec(text);
  if (!found) return null;
  const [, year, month, day, hour, minute, second, zone] = found;
  return instantOf([year, month, day, hour, minute, second], zone);
}

type Piece = string | number | undefined;

function instantOf(pieces: readonly Piece[], zone: string | undefined): number | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = pieces.map((p) => Number(p ?? 0));
  const sound =
    month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 24 && minute < 60 && second <= 60;
  if (!sound || new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) return null;
  return Date.UTC(year, month - 1, day, hour, minute, second) - minutesEast(zone ?? '') * 60_000;
}

function minutesEast(zone: string): number {
  const [, sign, hours, minutes] = /^(?:UTC|GMT)?([+-])(\d{2}):?(\d{2})/i.exec(zone) ?? [];
  if (sign) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return zones[(/^[a-z]+/i.exec(zone)?.[0] ?? '').toLowerCase()] ?? 0;
}

function monthNumber(name = ''): number {
  return months.indexOf(name.toLowerCase()) + 1;
}

/** RFC 5322, 4.3: 00 to 49 are this century, 50 to 99 the last; three digits count from 1900. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length >= 4) return year;
  return digits.length === 2 && year < 50 ? 2000 + year : 1900 + year;
}

function withoutComments(text: string): string {
  let depth = 0;
  let kept = '';
  for (const letter of text) {
    if (letter === '(') depth += 1;
    if (depth === 0) kept += letter;
    if (letter === ')' && depth > 0) depth -= 1;
  }
  return kept;
}
