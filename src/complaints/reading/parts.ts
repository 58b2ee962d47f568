// The parts of a mail as a list, however deep they are nested: texts, attachments and what else travels along.
import type { Attachment, GmailPart } from '../mail.ts';
import { type Headers, headersOf, type Parametrised, parametrised, readable } from './headers.ts';

/** More parts than this nobody sends; the rest is not looked at. */
const mostParts = 5000;

export interface Part {
  readonly part: GmailPart;
  readonly headers: Headers;
  /** Media type in lower case, without parameters. */
  readonly type: string;
  readonly contentType: Parametrised;
  readonly fileName: string;
  readonly isAttached: boolean;
  /** The outermost multipart/alternative it is in, as a number; null where it is in none. */
  readonly alternative: number | null;
  /** True: part of a mail that is attached to this mail. */
  readonly inAttachedMail: boolean;
}

interface Place {
  readonly part: GmailPart;
  readonly alternative: number | null;
  readonly inAttachedMail: boolean;
}

/** Every part, containers too, in reading order. */
export function partsOf(payload: GmailPart): readonly Part[] {
  const found: Part[] = [];
  const waiting: Place[] = [{ part: payload, alternative: null, inAttachedMail: false }];
  for (let place = waiting.pop(); place && found.length < mostParts; place = waiting.pop()) {
    const part = describe(place);
    const alternative = place.alternative ?? (part.type === 'multipart/alternative' ? found.length : null);
    const isMail = found.length > 0 && part.type === 'message/rfc822';
    const inside = isMail
      ? { alternative: null, inAttachedMail: true }
      : { alternative, inAttachedMail: place.inAttachedMail };
    found.push(part);
    const children = Array.isArray(place.part.parts) ? place.part.parts : [];
    for (let i = Math.min(children.length, mostParts) - 1; i >= 0; i--) {
      const child = children[i];
      if (child && typeof child === 'object') waiting.push({ part: child, ...inside });
    }
  }
  return found;
}

function describe(place: Place): Part {
  const { part } = place;
  const headers = headersOf(part);
  const contentType = parametrised(headers.first('content-type'));
  const disposition = parametrised(headers.first('content-disposition'));
  const named = typeof part.filename === 'string' ? readable(part.filename) : '';
  const fileName =
    named || disposition.parameters.get('filename') || contentType.parameters.get('name') || '';
  const type = typeof part.mimeType === 'string' && part.mimeType !== '' ? part.mimeType : contentType.value;
  return {
    ...place,
    headers,
    type: type.trim().toLowerCase() || 'text/plain',
    contentType,
    fileName,
    isAttached: fileName !== '' || disposition.value === 'attachment',
  };
}

/** Attachments by name; one without a name is called `noname`, as Gmail calls it. Those of an attached mail are its own. */
export function attachmentsOf(parts: readonly Part[]): readonly Attachment[] {
  return parts
    .filter((part) => !part.inAttachedMail && !part.type.startsWith('multipart/'))
    .filter(
      (part) => part.isAttached || part.type === 'message/rfc822' || Boolean(part.part.body?.attachmentId),
    )
    .map(({ part, type, fileName }) => ({ name: fileName || 'noname', mimeType: type, size: sizeOf(part) }));
}

function sizeOf(part: GmailPart): number {
  const size = part.body?.size;
  return typeof size === 'number' && size >= 0 ? size : 0;
}
