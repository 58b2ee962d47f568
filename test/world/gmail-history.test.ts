import fc from 'fast-check';
import { mail, type Scene, scene, scopes, support } from './gmail-world.ts';

// The promise a desk lives on: who starts from a list and follows the history knows the mailbox. By property.

type Mirror = Map<string, readonly string[]>;

interface Named {
  readonly id: string;
  readonly labelIds?: readonly string[];
}

interface Change {
  readonly message: Named;
  readonly labelIds: readonly string[];
}

interface Page {
  readonly history?: readonly {
    readonly messagesAdded?: readonly { readonly message: Named }[];
    readonly messagesDeleted?: readonly { readonly message: Named }[];
    readonly labelsAdded?: readonly Change[];
    readonly labelsRemoved?: readonly Change[];
  }[];
  readonly historyId: string;
  readonly nextPageToken?: string;
}

const sorted = (labels: readonly string[] = []) => [...labels].sort();

function follow(mirror: Mirror, page: Page): void {
  for (const record of page.history ?? []) {
    for (const { message } of record.messagesAdded ?? []) mirror.set(message.id, sorted(message.labelIds));
    for (const { message, labelIds } of record.labelsAdded ?? [])
      mirror.set(message.id, sorted([...(mirror.get(message.id) ?? []), ...labelIds]));
    for (const { message, labelIds } of record.labelsRemoved ?? []) {
      const kept = (mirror.get(message.id) ?? []).filter((label) => !labelIds.includes(label));
      mirror.set(message.id, kept);
    }
    for (const { message } of record.messagesDeleted ?? []) mirror.delete(message.id);
  }
}

function catchUp(call: Scene['call'], mirror: Mirror, from: string): string {
  let token: string | undefined;
  let last = from;
  do {
    const page: Page = call(
      'GET',
      `me/history?startHistoryId=${from}&maxResults=4${token ? `&pageToken=${token}` : ''}`,
    ).json;
    follow(mirror, page);
    last = page.historyId;
    token = page.nextPageToken;
  } while (token);
  return last;
}

function truth({ gmail }: Scene): Mirror {
  return new Map(
    gmail
      .mailbox(support)
      .messages()
      .map(({ id, labelIds }) => [id, sorted(labelIds)]),
  );
}

interface Step {
  readonly kind: 'arrive' | 'reply' | 'star' | 'read' | 'trash' | 'delete' | 'send' | 'look';
  readonly which: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('arrive', 'reply', 'star', 'read', 'trash', 'delete', 'send', 'look'),
  which: fc.nat(50),
});

function take({ gmail, call, pass }: Scene, { kind, which }: Step, n: number): void {
  const all = gmail.mailbox(support).messages();
  const chosen = all[which % Math.max(1, all.length)];
  const id = chosen?.id ?? '';
  pass(which * 1000);
  switch (kind) {
    case 'arrive':
      gmail.deliver({ raw: mail({ 'Message-ID': `<m${n}@x>`, Subject: `s${n}` }), to: [support] });
      break;
    case 'reply':
      gmail.deliver({
        raw: mail({ 'Message-ID': `<m${n}@x>`, 'In-Reply-To': `<m${which}@x>`, Subject: `s${which}` }),
        to: [support, 'ann@example.com'],
      });
      break;
    case 'send':
      gmail.mailbox(support).sendAs(mail({ From: '', To: which % 2 ? support : 'a@out.example' }));
      break;
    case 'star':
      if (chosen) gmail.mailbox(support).modify([id], ['STARRED', 'Desk/New'], []);
      break;
    case 'read':
      if (chosen)
        call('POST', 'me/messages/batchModify', {
          ids: all.slice(0, 3).map((message) => message.id),
          removeLabelIds: ['UNREAD'],
        });
      break;
    case 'trash':
      if (chosen) call('POST', `me/threads/${chosen.threadId}/trash`);
      break;
    case 'delete':
      if (chosen) call('DELETE', `me/messages/${id}`, null, { scopes: scopes.all });
      break;
    default:
      if (chosen) call('GET', `me/messages/${id}`);
  }
}

test('whoever follows the history from any moment knows every message and its labels', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), fc.nat(40), (steps, split) => {
      const world = scene({ unitsPerMinute: 1e9 });
      for (const [n, each] of steps.slice(0, split).entries()) take(world, each, n);
      const mirror: Mirror = truth(world);
      let cursor: string = world.call('GET', 'me/profile').json.historyId;
      for (const [n, each] of steps.slice(split).entries()) {
        take(world, each, split + n);
        if (n % 5 === 0) cursor = catchUp(world.call, mirror, cursor);
      }
      catchUp(world.call, mirror, cursor);
      expect(mirror).toEqual(truth(world));
    }),
    { numRuns: 60 },
  );
});

test('history ids only grow, and so do message ids', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const world = scene({ unitsPerMinute: 1e9 });
      const start = world.call('GET', 'me/profile').json.historyId;
      for (const [n, each] of steps.entries()) take(world, each, n);
      const { history = [] } = world.call('GET', `me/history?startHistoryId=${start}`).json;
      const ids = history.map(({ id }: Named) => Number(id));
      expect(ids).toEqual([...ids].sort((one, other) => one - other));
      expect(new Set(ids).size).toBe(ids.length);
      const added = history.flatMap((record: { messagesAdded?: { message: Named }[] }) =>
        (record.messagesAdded ?? []).map(({ message }) => message.id),
      );
      expect(added).toEqual([...added].sort());
    }),
    { numRuns: 40 },
  );
});
