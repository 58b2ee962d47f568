// What mail programs say by their mark-up: this is history, this is the line above it, this is a signature, this is hidden.
import type { LineRole } from './page.ts';

export type Attributes = ReadonlyMap<string, string>;

const attributionClasses = /\b(gmail_attr|moz-cite-prefix|moz-email-headers-table|gmail_sendername)\b/i;
const quoteClasses =
  /\b(yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra|quoted-message|email-quote)\b/i;
const quoteIds = /^(x_)*(OLK_SRC_BODY_SECTION|mail-editor-reference-message-container|reply-intro)$/i;
const signatureClasses = /\b(gmail_signature|moz-signature|protonmail_signature_block-user)\b/i;
const signatureIds =
  /^(x_)*(ms-outlook-mobile-signature|AppleMailSignature|Signature|lineBreakAtBeginningOfSignature)$/i;
const hiding = /(^|[;\s])(display\s*:\s*none|mso-hide\s*:\s*all|font-size\s*:\s*0(px|pt)?\s*(;|$|!))/i;

/** The role an element gives to what is in it; null where it gives none. */
export function roleOf(tag: string, attributes: Attributes): LineRole | null {
  const classes = attributes.get('class') ?? '';
  const id = attributes.get('id') ?? '';
  if (attributionClasses.test(classes)) return 'attribution';
  if (signatureClasses.test(classes) || signatureIds.test(id)) return 'signature';
  if (quoteClasses.test(classes) || quoteIds.test(id)) return 'quoted';
  return tag === 'blockquote' && !isIndent(attributes) ? 'quoted' : null;
}

export function isHidden(attributes: Attributes): boolean {
  return hiding.test((attributes.get('style') ?? '').slice(0, 2000));
}

/** Small pictures that stand for a character; other pictures are decoration. */
export function emojiOf(attributes: Attributes): string {
  const alt = attributes.get('data-emoji') ?? attributes.get('alt') ?? '';
  return alt.length <= 8 && /\p{Extended_Pictographic}/u.test(alt) ? alt : '';
}

/** Gmail's "indent more" is a block quote without a border, and nobody's history. */
function isIndent(attributes: Attributes): boolean {
  return !attributes.has('type') && /border\s*:\s*none/i.test((attributes.get('style') ?? '').slice(0, 2000));
}
