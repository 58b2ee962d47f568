import { methodOf } from '../../src/local/world/gmail/gmail.ts';
import { type MethodId, methods } from '../../src/local/world/gmail/methods.ts';
import type { HttpRequest, HttpResponse } from '../../src/local/world/http.ts';
import { complaintsOf, typesOf } from './compiled.ts';
import { gmailContract } from './gmail.contract.ts';
import { startWorld } from './gmail-targets.ts';

// Every answer our Gmail gives in the contract suite is written down as a literal of Google's published type and
// compiled: a field Google does not have, or one of another type, is an error of the compiler.

/** What each method answers in `gmail_v1`; null for no body. */
const answersWith: Readonly<Record<MethodId, string | null>> = {
  'gmail.users.getProfile': 'Profile',
  'gmail.users.watch': 'WatchResponse',
  'gmail.users.stop': null,
  'gmail.users.history.list': 'ListHistoryResponse',
  'gmail.users.messages.list': 'ListMessagesResponse',
  'gmail.users.messages.insert': 'Message',
  'gmail.users.messages.import': 'Message',
  'gmail.users.messages.send': 'Message',
  'gmail.users.messages.batchModify': null,
  'gmail.users.messages.batchDelete': null,
  'gmail.users.messages.get': 'Message',
  'gmail.users.messages.delete': null,
  'gmail.users.messages.modify': 'Message',
  'gmail.users.messages.trash': 'Message',
  'gmail.users.messages.untrash': 'Message',
  'gmail.users.messages.attachments.get': 'MessagePartBody',
  'gmail.users.threads.list': 'ListThreadsResponse',
  'gmail.users.threads.get': 'Thread',
  'gmail.users.threads.delete': null,
  'gmail.users.threads.modify': 'Thread',
  'gmail.users.threads.trash': 'Thread',
  'gmail.users.threads.untrash': 'Thread',
  'gmail.users.labels.list': 'ListLabelsResponse',
  'gmail.users.labels.create': 'Label',
  'gmail.users.labels.get': 'Label',
  'gmail.users.labels.patch': 'Label',
  'gmail.users.labels.update': 'Label',
  'gmail.users.labels.delete': null,
  'gmail.users.drafts.list': 'ListDraftsResponse',
  'gmail.users.drafts.create': 'Draft',
  'gmail.users.drafts.send': 'Message',
  'gmail.users.drafts.get': 'Draft',
  'gmail.users.drafts.update': 'Draft',
  'gmail.users.drafts.delete': null,
};

interface Exchange {
  readonly method: MethodId;
  readonly status: number;
  readonly body: string;
}

async function recorded(): Promise<Exchange[]> {
  const exchanges: Exchange[] = [];
  const running = await startWorld((request: HttpRequest, response: HttpResponse) => {
    const method = methodOf(request.method, request.url);
    if (method) exchanges.push({ method, status: response.status, body: response.body });
  });
  try {
    for (const each of gmailContract) await each.run(running);
  } finally {
    await running.close();
  }
  return exchanges;
}

/** The compiler's complaints about a program of these lines. */
const complaints = (lines: readonly string[]): string[] =>
  complaintsOf([typesOf('gmail', 'gmail_v1', 'v1'), ...lines])
    .split('\n')
    .filter((line) => line.includes('error TS'));

const literal = (schema: string, body: string, n: number): string =>
  `export const answer${n}: gmail_v1.Schema$${schema} = ${body};`;

let exchanges: Exchange[] = [];
beforeAll(async () => {
  exchanges = await recorded();
});

test('the contract suite calls every method our Gmail has', () => {
  const good = exchanges.filter(({ status }) => status < 300);
  expect([...new Set(good.map(({ method }) => method))].sort()).toEqual(Object.keys(methods).sort());
});

test("every answer of the suite is of Google's published type", () => {
  const lines = exchanges
    .filter(({ status, method }) => status === 200 && answersWith[method])
    .map(({ method, body }, n) => literal(answersWith[method] ?? '', body, n));
  expect(lines.length).toBeGreaterThan(80);
  expect(complaints(lines)).toEqual([]);
});

test('a method without an answer in the reference answers 204 and nothing', () => {
  const silent = exchanges.filter(({ method, status }) => answersWith[method] === null && status < 300);
  expect(silent.length).toBeGreaterThan(5);
  for (const { status, body } of silent) expect({ status, body }).toEqual({ status: 204, body: '' });
});

test("every refusal has Google's shape", () => {
  const refused = exchanges.filter(({ status }) => status >= 400);
  expect(refused.length).toBeGreaterThan(5);
  for (const { status, body } of refused)
    expect(JSON.parse(body)).toEqual({
      error: {
        code: status,
        message: expect.any(String),
        errors: [{ message: expect.any(String), domain: expect.any(String), reason: expect.any(String) }],
        status: expect.stringMatching(/^[A-Z_]+$/),
      },
    });
});

test('an invented field or a number where Google has text is caught by this check', () => {
  const wrong = ['{ "id": 5 }', '{ "id": "1", "labels": [] }', '{ "payload": { "text": "" } }'];
  expect(complaints(wrong.map((body, n) => literal('Message', body, n)))).toHaveLength(3);
});
