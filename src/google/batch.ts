// Gmail's batch endpoint: up to 50 messages in one request, as multipart/mixed of little HTTP messages.
import type { GmailMessage } from '../complaints/mail.ts';
import type { Answer, Ask } from './answers.ts';

export const batchSize = 50;

/** What became of one message of a batch. */
export type Fetched =
  | { readonly id: string; readonly message: GmailMessage }
  | { readonly id: string; readonly gone: true }
  | { readonly id: string; readonly status: number };

const boundary = 'tierline_batch';

export function messageBatches(ids: readonly string[]): readonly Ask[] {
  const batches: Ask[] = [];
  for (let from = 0; from < ids.length; from += batchSize)
    batches.push(batch(ids.slice(from, from + batchSize)));
  return batches;
}

function batch(ids: readonly string[]): Ask {
  const parts = ids.map((id) =>
    [
      `--${boundary}`,
      'Content-Type: application/http',
      `Content-ID: <${id}>`,
      '',
      `GET /gmail/v1/users/me/messages/${id}?format=full HTTP/1.1`,
      '',
      '',
    ].join('\r\n'),
  );
  return {
    method: 'post',
    url: 'https://www.googleapis.com/batch/gmail/v1',
    contentType: `multipart/mixed; boundary=${boundary}`,
    body: `${parts.join('')}--${boundary}--\r\n`,
  };
}

/** Pairs the parts of the answer with the ids by Content-ID; an id without a part counts as failed (status 0). */
export function messagesOf(answer: Answer, ids: readonly string[]): readonly Fetched[] {
  const found = new Map<string, Fetched>();
  const mark = /boundary="?([^";]+)"?/i.exec(answer.contentType)?.[1];
  if (answer.status === 200 && mark) {
    for (const part of answer.text.split(`--${mark}`).slice(1, -1)) {
      const fetched = readPart(part);
      if (fetched) found.set(fetched.id, fetched);
    }
  }
  return ids.map((id) => found.get(id) ?? { id, status: answer.status === 200 ? 0 : answer.status });
}

function readPart(part: string): Fetched | null {
  const id = /content-id:\s*<response-([^>]+)>/i.exec(part)?.[1];
  const status = Number(/HTTP\/\d(?:\.\d)?\s+(\d{3})/.exec(part)?.[1] ?? 0);
  if (!id) return null;
  if (status === 404) return { id, gone: true };
  const body = part.indexOf('{');
  if (status !== 200 || body < 0) return { id, status };
  return { id, message: JSON.parse(part.slice(body, part.lastIndexOf('}') + 1)) as GmailMessage };
}
