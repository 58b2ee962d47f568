import { arrive, scene, scopes, support } from './gmail-world.ts';

// What the imitated Gmail claims about labels. "reference": the Gmail API's discovery document.

const create = (call: ReturnType<typeof scene>['call'], body: object) => call('POST', 'me/labels', body);

test('a label is created with what was asked and found in the list without its colour', () => {
  // reference: users.labels.list, "only id, name, visibilities and type"
  const { call } = scene();
  const color = { backgroundColor: '#fb4c2f', textColor: '#ffffff' };
  const { json } = create(call, { name: 'Tier 2', color, labelListVisibility: 'labelShowIfUnread' });
  expect(json).toMatchObject({ name: 'Tier 2', color, labelListVisibility: 'labelShowIfUnread' });
  const listed = call('GET', 'me/labels').json.labels.find(({ id }: { id: string }) => id === json.id);
  expect(listed).toEqual({
    id: json.id,
    name: 'Tier 2',
    messageListVisibility: 'show',
    labelListVisibility: 'labelShowIfUnread',
    type: 'user',
  });
  expect(call('GET', `me/labels/${json.id}`).json.color).toEqual(color);
});

test('a name that exists in another case is 409', () => {
  // platform: "A label that exists: 409 (names are case-insensitive)"
  const { call } = scene();
  create(call, { name: 'Billing' });
  const { error } = create(call, { name: 'BILLING' }).json;
  expect(error).toMatchObject({ code: 409, status: 'ABORTED' });
});

test('parents are not made for a label', () => {
  // platform: "Parents are not created for you"
  const { call } = scene();
  create(call, { name: 'Desk/Billing/Disputes' });
  const names = call('GET', 'me/labels').json.labels.map(({ name }: { name: string }) => name);
  expect(names).toContain('Desk/Billing/Disputes');
  expect(names).not.toContain('Desk');
});

test.each([
  ['no name', {}],
  ['an empty name', { name: ' ' }],
  ["Gmail's own name", { name: 'inbox' }],
  ['226 characters', { name: 'x'.repeat(226) }],
  ['an empty level', { name: 'a//b' }],
  // reference: LabelColor, "only the following predefined set"
  [
    'a colour outside the palette',
    { name: 'a', color: { backgroundColor: '#123456', textColor: '#ffffff' } },
  ],
  ['half a colour', { name: 'a', color: { backgroundColor: '#ffffff' } }],
  ['an unknown visibility', { name: 'a', labelListVisibility: 'shown' }],
])('a label with %s is refused', (_, body) => {
  const { call } = scene();
  expect(create(call, body).status).toBe(400);
  expect(call('GET', 'me/labels').json.labels).toHaveLength(14);
});

test('225 characters are still a name', () => {
  const { call } = scene();
  expect(create(call, { name: 'x'.repeat(225) }).status).toBe(200);
});

test('the counts of a label are those of its messages', () => {
  // reference: Label.messagesTotal and its like
  const { gmail, call } = scene();
  const one = arrive(gmail);
  arrive(gmail, { 'Message-ID': '<2@x.example>', 'In-Reply-To': '<one@customer.example>' });
  const label = create(call, { name: 'Billing' }).json;
  call('POST', `me/threads/${one.threadId}/modify`, { addLabelIds: [label.id] });
  call('POST', `me/messages/${one.id}/modify`, { removeLabelIds: ['UNREAD'] });
  expect(call('GET', `me/labels/${label.id}`).json).toMatchObject({
    messagesTotal: 2,
    messagesUnread: 1,
    threadsTotal: 1,
    threadsUnread: 1,
  });
});

test('a new reply does not inherit the labels of its thread', () => {
  // platform: "Labels sit on messages: a new reply does not inherit its thread's labels"
  const { gmail, call } = scene();
  const one = arrive(gmail);
  const label = create(call, { name: 'Billing' }).json;
  call('POST', `me/messages/${one.id}/modify`, { addLabelIds: [label.id] });
  const two = arrive(gmail, {
    'Message-ID': '<2@x.example>',
    'In-Reply-To': '<one@customer.example>',
  });
  expect(two.threadId).toBe(one.threadId);
  expect(gmail.mailbox(support).labelsOn(two.id)).not.toContain('Billing');
});

test('a label is renamed by patch, put anew by update, and gone from its messages when deleted', () => {
  // reference: users.labels.patch, update, delete
  const { gmail, call } = scene();
  const { id } = arrive(gmail);
  const label = create(call, { name: 'Billing', messageListVisibility: 'hide' }).json;
  call('POST', `me/messages/${id}/modify`, { addLabelIds: [label.id] });
  expect(call('PATCH', `me/labels/${label.id}`, { name: 'billing' }).json).toMatchObject({
    name: 'billing',
    messageListVisibility: 'hide',
  });
  expect(call('PUT', `me/labels/${label.id}`, {}).status).toBe(400);
  expect(call('PUT', `me/labels/${label.id}`, { name: 'Money' }).json.messageListVisibility).toBeUndefined();
  expect(gmail.mailbox(support).labelsOn(id)).toContain('Money');
  expect(call('DELETE', `me/labels/${label.id}`).status).toBe(204);
  expect(gmail.mailbox(support).labelsOn(id)).not.toContain('Money');
  expect(call('GET', `me/labels/${label.id}`).status).toBe(404);
});

test("Gmail's own labels can be neither renamed nor deleted", () => {
  const { call } = scene();
  expect(call('PATCH', 'me/labels/INBOX', { name: 'In' }).status).toBe(400);
  expect(call('DELETE', 'me/labels/INBOX', null, { scopes: scopes.all }).status).toBe(400);
});
