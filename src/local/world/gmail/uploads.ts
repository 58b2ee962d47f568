// Mails sent to `/upload/...`: as message/rfc822 alone, or in a multipart/related after their JSON.

import { fromLatin1, latin1 } from './bytes.ts';
import { invalid } from './failures.ts';
import { header, readHeaders, split } from './headers.ts';

export interface Upload {
  /** JSON; empty when none came. */
  readonly metadata: string;
  readonly mail: Uint8Array | null;
}

/** The pieces of a multipart body, without the boundary lines. */
export function multipart(text: string, contentType: string): string[] {
  const found = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (!found) throw invalid('Missing end boundary in multipart body.');
  return text
    .split(`--${found}`)
    .slice(1)
    .filter((piece) => !piece.startsWith('--'))
    .map((piece) => piece.replace(/^\r?\n/, '').replace(/\r?\n$/, ''));
}

export function uploaded(body: Uint8Array, contentType: string): Upload {
  if (!contentType.toLowerCase().startsWith('multipart/')) return { metadata: '', mail: body };
  const [json = '', mail = ''] = multipart(latin1(body), contentType);
  const { head, body: content } = split(mail);
  const encoding = header(readHeaders(head), 'Content-Transfer-Encoding');
  return {
    metadata: Buffer.from(split(json).body, 'latin1').toString('utf8'),
    mail: encoding?.toLowerCase() === 'base64' ? Buffer.from(content, 'base64') : fromLatin1(content),
  };
}
