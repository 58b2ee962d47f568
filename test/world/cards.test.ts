// What an add-on meets in the world: the open mail, cards within Google's limits, its own whitelist.
import { createWorld } from '../../src/local/world/world.ts';
import { manifest, start } from './worlds.ts';

const auth = 'https://www.googleapis.com/auth/';
const addOn = {
  ...manifest,
  oauthScopes: [`${auth}gmail.addons.current.message.metadata`, `${auth}script.external_request`],
  dependencies: {},
  urlFetchWhitelist: ['https://script.google.com/'],
  addOns: { common: { name: 'Desk' } },
};

function opened(code: string) {
  const world = createWorld({ start });
  world.addAccount('dev@acme.example');
  world.addAccount('ann@acme.example');
  const script = world.addScript({ name: 'sidebar', owner: 'dev@acme.example', code, manifest: addOn });
  script.grant('ann@acme.example');
  const mail = 'From: Bo <bo@out.example>\r\nSubject: Help\r\nMessage-ID: <1@out.example>\r\n\r\nplease';
  world.gmail.deliver({ raw: new TextEncoder().encode(mail), to: ['ann@acme.example'] });
  const list = world.gmail.handle(
    {
      method: 'GET',
      url: 'https://gmail.googleapis.com/gmail/v1/users/me/messages',
      headers: {},
      body: null,
    },
    { email: 'ann@acme.example', scopes: ['https://mail.google.com/'] },
  );
  const [{ id }] = (JSON.parse(list.body) as { messages: [{ id: string }] }).messages;
  const accessToken = world.gmail.openMessage('ann@acme.example', id);
  const messageId = `msg-f:${BigInt(`0x${id}`)}`;
  return { world, script, event: { gmail: { messageId, accessToken } } };
}

const reading = `function main(e) {
  GmailApp.setCurrentMessageAccessToken(e.gmail.accessToken);
  const mail = GmailApp.getMessageById(e.gmail.messageId);
  return [mail.getSubject(), mail.getFrom(), mail.getHeader('Message-ID'), mail.getHeader('message-id')];
}`;

// Source: platform.md, add-on event ids look like msg-f:<decimal>; narrow scopes open one message by the event's token.
test('the open mail is read by the id and token of the event', () => {
  const { script, event } = opened(reading);
  expect(script.runAs('ann@acme.example', 'main', event)).toEqual([
    'Help',
    'Bo <bo@out.example>',
    '<1@out.example>',
    '',
  ]);
});

test('without the event’s token the mail stays closed', () => {
  const { script, event } = opened(reading);
  const wrong = { gmail: { ...event.gmail, accessToken: 'none' } };
  expect(() => script.runAs('ann@acme.example', 'main', wrong)).toThrow('Access denied');
});

// Source: Google's guide to the Properties service: script properties are shared among all users of an add-on.
test('the add-on’s code reads the script’s properties for each of its users', () => {
  const { script } = opened(`function main() { return PropertiesService.getScriptProperties().getKeys(); }`);
  script.properties.DESK = 'there';
  expect(script.runAs('ann@acme.example', 'main')).toEqual(['DESK']);
});

// Source: reference of GmailMessage.createDraftReply and of ComposeActionResponseBuilder.
test('an answer to the open mail becomes a draft in its conversation, if that was consented to', () => {
  const answering = reading.replace(
    /return \[.*\];/,
    `return CardService.newComposeActionResponseBuilder().setGmailDraft(mail.createDraftReply('Grüße')).build();`,
  );
  const { world, script, event } = opened(answering);
  expect(() => script.runAs('ann@acme.example', 'main', event)).toThrow(
    'gmail.addons.current.action.compose',
  );
  const compose = `${auth}gmail.addons.current.action.compose`;
  script.push(answering, { ...addOn, oauthScopes: [...addOn.oauthScopes, compose] });
  script.grant('ann@acme.example');
  const answer = script.runAs('ann@acme.example', 'main', event) as { printJson(): string };
  const { draftId } = JSON.parse(answer.printJson()).hostAppAction.gmailAction.openCreatedDraftAction;
  expect(draftId).toMatch(/^r/);
  const draft = world.gmail
    .mailbox('ann@acme.example')
    .messages()
    .find(({ labelIds }) => labelIds?.includes('DRAFT'));
  const headers = Object.fromEntries((draft?.payload?.headers ?? []).map(({ name, value }) => [name, value]));
  expect(headers).toMatchObject({
    To: 'Bo <bo@out.example>',
    Subject: 'Re: Help',
    'In-Reply-To': '<1@out.example>',
  });
});

// Source: reference of UpdateDraftActionResponseBuilder.
test('a text is put into the draft that is being written', () => {
  const { script } = opened(`function main() {
    return CardService.newUpdateDraftActionResponseBuilder().setUpdateDraftBodyAction(
      CardService.newUpdateDraftBodyAction()
        .addUpdateContent('<b>hi</b>', CardService.ContentType.MUTABLE_HTML)
        .setUpdateType(CardService.UpdateDraftBodyType.IN_PLACE_INSERT)).build();
  }`);
  const answer = script.run('main') as { printJson(): string };
  expect(JSON.parse(answer.printJson()).hostAppAction.gmailAction.updateDraftAction.updateBody).toEqual({
    type: 'IN_PLACE_INSERT',
    insertContents: [{ content: '<b>hi</b>', contentType: 'MUTABLE_HTML' }],
  });
});

// Source: the manifest's urlFetchWhitelist; an add-on must have one.
test('an add-on reaches only what its whitelist names', () => {
  const { script } = opened(`function main() { UrlFetchApp.fetch('https://elsewhere.example/'); }`);
  expect(() => script.run('main')).toThrow('is not in this script');
});

test('a card is Google’s card JSON', () => {
  const { script } = opened(`function main() {
    const button = CardService.newTextButton().setText('Take').setOnClickAction(
      CardService.newAction().setFunctionName('take').setParameters({ ticket: 'T-1' }));
    return CardService.newCardBuilder()
      .setHeader(CardService.newCardHeader().setTitle('T-1'))
      .addSection(CardService.newCardSection().setHeader('Due')
        .addWidget(CardService.newDecoratedText().setText('10:00').setWrapText(true))
        .addWidget(CardService.newDivider())
        .addWidget(CardService.newButtonSet().addButton(button)))
      .build();
  }`);
  const card = script.run('main') as { printJson(): string };
  const action = { function: 'take', parameters: [{ key: 'ticket', value: 'T-1' }] };
  expect(JSON.parse(card.printJson())).toEqual({
    header: { title: 'T-1' },
    sections: [
      {
        header: 'Due',
        widgets: [
          { decoratedText: { text: '10:00', wrapText: true } },
          { divider: {} },
          { buttonList: { buttons: [{ text: 'Take', onClick: { action } }] } },
        ],
      },
    ],
  });
});

test('an answer to a click can change the card, tell something and mark the mail as changed', () => {
  const { script } = opened(`function main() {
    const card = CardService.newCardBuilder().addSection(CardService.newCardSection()
      .addWidget(CardService.newTextParagraph().setText('done'))).build();
    return CardService.newActionResponseBuilder()
      .setNavigation(CardService.newNavigation().popToRoot().updateCard(card))
      .setNotification(CardService.newNotification().setText('Taken'))
      .setStateChanged(true).build();
  }`);
  const answer = script.run('main') as { printJson(): string };
  const updateCard = { sections: [{ widgets: [{ textParagraph: { text: 'done' } }] }] };
  expect(JSON.parse(answer.printJson())).toEqual({
    action: { navigations: [{ popToRoot: true }, { updateCard }], notification: { text: 'Taken' } },
    stateChanged: true,
  });
});

// Source: platform.md, a card has at most 100 widgets; preview widgets must not be used.
test.each([
  [
    'const s = CardService.newCardSection(); for (let n = 0; n < 101; n++) s.addWidget(CardService.newDivider());' +
      'CardService.newCardBuilder().addSection(s).build();',
    '100 widgets at most',
  ],
  ['CardService.newChipList();', 'the world does not know CardService.newChipList'],
  [
    'CardService.newTextParagraph().setText(5);',
    "don't match the method signature for TextParagraph.setText",
  ],
  ['CardService.newCardSection().addWidget(CardService.newAction());', 'CardSection.addWidget'],
  ['CardService.newAction().setParameters({ row: 5 });', 'Action.setParameters'],
])('a card Google would refuse is refused: %s', (body, message) => {
  const { script } = opened(`function main() { ${body} }`);
  expect(() => script.run('main')).toThrow(message);
});
