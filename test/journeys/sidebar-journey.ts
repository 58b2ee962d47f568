// An agent with the sidebar open: presses the buttons of the shipped sidebar's cards, as Gmail would show them.
import { readFileSync } from 'node:fs';
import { build } from '../../build/build.ts';
import type { Action, Button, Card, OnClick } from '../../src/cards/card.ts';
import type { Office } from '../../src/local/office.ts';
import type { Script, WorldSnapshot } from '../../src/local/world/world.ts';
import { faults } from '../cards/google-format.ts';
import { journey, support } from './desk-journey.ts';
import { anna, furnish, ida, secret } from './door-journey.ts';

export const femke = 'femke@fjordlicht.example';

export interface Begun {
  readonly office: Office;
  readonly sidebar: Script;
  readonly saved: WorldSnapshot;
}

const minutes = (count: number): number => count * 60_000;

/** A customer's mail of which support, Anna, Ida and Femke have copies, and a desk that made FL-1 of it. */
export async function begin(project: 'sidebar' | 'sidebar-with-labels' = 'sidebar'): Promise<Begun> {
  const { [project]: built } = await build({ only: [project] });
  if (!built) throw new Error('The sidebar is not built');
  const office = await journey();
  furnish(office);
  office.desk.run('tick');
  const { world } = office;
  for (const person of [ida, femke]) world.addAccount(person);
  const sidebar = world.addScript({
    name: 'sidebar',
    owner: support,
    code: built.text,
    manifest: JSON.parse(readFileSync(built.manifest, 'utf8')),
    properties: { DESK_URL: office.desk.webapp.url, DOOR_SECRET: secret },
  });
  for (const person of [anna, ida, femke]) sidebar.grant(person);
  deliver(office, { id: 'lamp@example.com', subject: lamp });
  world.advance(minutes(2));
  return { office, sidebar, saved: world.snapshot() };
}

export const lamp = 'My lamp <b>is</b> broken';

export interface Letter {
  readonly id: string | null;
  readonly subject: string;
  readonly from?: string;
  /** Header lines besides the usual ones. */
  readonly more?: readonly string[];
}

export function deliver(office: Office, letter: Letter): void {
  const { id, subject, from = 'Kari <kari@example.com>', more = [] } = letter;
  const head = [
    `From: ${from}`,
    `To: ${support}`,
    `Subject: ${subject}`,
    ...(id ? [`Message-ID: <${id}>`] : []),
    ...more,
  ];
  const raw = Buffer.from([...head, '', 'The lamp I bought does not work.', ''].join('\r\n'));
  office.world.gmail.deliver({ raw, to: [support, anna, ida, femke] });
}

type Inputs = Readonly<Record<string, string | readonly string[] | { readonly at: number }>>;

interface Answer {
  readonly action?: {
    readonly navigations?: readonly {
      readonly pushCard?: Card;
      readonly updateCard?: Card;
      readonly popToCard?: string;
    }[];
    readonly notification?: { readonly text: string };
  };
  readonly hostAppAction?: {
    readonly gmailAction: {
      readonly updateDraftAction?: {
        readonly updateBody: { readonly insertContents: readonly { content: string }[] };
      };
      readonly openCreatedDraftAction?: { readonly draftId: string };
    };
  };
}

/** What stands in somebody's side panel: a stack of cards, the last notice. */
export interface Panel {
  readonly card: Card;
  readonly depth: number;
  readonly notice: string;
  readonly answer: Answer;
  /** Everything that can be read on the card. */
  text(): string;
  /** Presses the button with that text; inputs by name. */
  press(text: string, inputs?: Inputs): void;
  /** Presses the line that holds these words. */
  open(words: string): void;
  /** Changes an input that acts at once. */
  change(name: string, inputs: Inputs): void;
  buttons(): readonly string[];
}

export interface Opening {
  readonly person?: string;
  readonly locale?: string;
  readonly subject?: string | null;
  /** To whom the draft beside the panel goes. */
  readonly draftTo?: string;
}

export function openPanel({ office, sidebar }: Begun, opening: Opening = {}): Panel {
  const { person = anna, locale = 'en-GB', subject = lamp, draftTo } = opening;
  const about = draftTo
    ? { gmail: { toRecipients: [draftTo] } }
    : subject === null
      ? {}
      : mailOf(office, person, subject);
  const common = { hostApp: 'GMAIL', platform: 'WEB', userLocale: locale, timeZone: { id: 'Europe/Oslo' } };
  const called = (name: string, more: object = {}): unknown => {
    const returned = sidebar.runAs(person, name, { ...about, commonEventObject: { ...common, ...more } });
    return JSON.parse((Array.isArray(returned) ? returned[0] : returned).printJson());
  };
  let stack: Card[] = [called(draftTo ? 'onCompose' : subject === null ? 'onHome' : 'onMessage') as Card];
  let answer: Answer = {};
  const top = (): Card => {
    const card = stack.at(-1);
    if (!card) throw new Error('There is no card');
    const wrong = faults({ ...card, sections: card.sections }).filter((fault) => !fault.includes('onClose'));
    if (wrong.length > 0) throw new Error(wrong.join('\n'));
    return card;
  };

  function act(action: Action, inputs: Inputs): void {
    const parameters = Object.fromEntries((action.parameters ?? []).map(({ key, value }) => [key, value]));
    answer = called(action.function, {
      parameters,
      formInputs: typed({ ...preset(top()), ...inputs }),
    }) as Answer;
    for (const { pushCard, updateCard, popToCard } of answer.action?.navigations ?? []) {
      if (popToCard) stack = stack.slice(0, stack.findLastIndex(({ name }) => name === popToCard) + 1);
      if (pushCard) stack.push(pushCard);
      if (updateCard) stack[Math.max(0, stack.length - 1)] = updateCard;
    }
  }

  return {
    get card() {
      return top();
    },
    get depth() {
      return stack.length;
    },
    get notice() {
      return answer.action?.notification?.text ?? '';
    },
    get answer() {
      return answer;
    },
    text: () => reading(top()),
    buttons: () => buttonsOf(top()).map(({ text }) => text),
    press: (text, inputs = {}) => {
      const button = buttonsOf(top()).find((one) => one.text === text);
      if (!button) throw new Error(`No button '${text}' among ${buttonsOf(top()).map((one) => one.text)}`);
      act(actionOf(button.onClick), inputs);
    },
    open: (words) => {
      const line = top()
        .sections.flatMap(({ widgets }) => widgets)
        .flatMap((widget) => ('decoratedText' in widget ? [widget.decoratedText] : []))
        .find((one) => one.onClick && JSON.stringify(one).includes(words));
      if (!line?.onClick) throw new Error(`No line with '${words}'`);
      act(actionOf(line.onClick), {});
    },
    change: (name, inputs) => {
      const changed = top()
        .sections.flatMap(({ widgets }) => widgets)
        .flatMap((widget) => ('selectionInput' in widget ? [widget.selectionInput] : []))
        .find((one) => one.name === name);
      if (!changed?.onChangeAction) throw new Error(`Nothing happens when ${name} changes`);
      act(changed.onChangeAction, inputs);
    },
  };
}

function actionOf(onClick: OnClick): Action {
  if ('action' in onClick) return onClick.action;
  throw new Error('This button opens a page');
}

const buttonsOf = (card: Card): readonly Button[] =>
  card.sections
    .flatMap(({ widgets }) => widgets)
    .flatMap((widget) => {
      if ('buttonList' in widget) return widget.buttonList.buttons;
      return 'decoratedText' in widget && widget.decoratedText.button ? [widget.decoratedText.button] : [];
    });

/** What stands in the fields before anybody types. */
function preset(card: Card): Inputs {
  const found = card.sections
    .flatMap(({ widgets }) => widgets)
    .flatMap((widget): readonly (readonly [string, Inputs[string]])[] => {
      if ('textInput' in widget) return [[widget.textInput.name, widget.textInput.value ?? '']];
      if ('dateTimePicker' in widget)
        return widget.dateTimePicker.valueMsEpoch === undefined
          ? []
          : [[widget.dateTimePicker.name, { at: widget.dateTimePicker.valueMsEpoch }]];
      if (!('selectionInput' in widget)) return [];
      const { name, items } = widget.selectionInput;
      return [[name, items.filter(({ selected }) => selected).map(({ value }) => value)]];
    });
  return Object.fromEntries(found);
}

const typed = (inputs: Inputs): object =>
  Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => {
      if (typeof value === 'string') return [name, { stringInputs: { value: [value] } }];
      return isInstant(value)
        ? [name, { dateTimeInput: { hasDate: true, hasTime: true, msSinceEpoch: value.at } }]
        : [name, { stringInputs: { value } }];
    }),
  );

const isInstant = (value: Inputs[string]): value is { readonly at: number } =>
  typeof value === 'object' && !Array.isArray(value);

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function reading(card: Card): string {
  const texts: string[] = [];
  const visit = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (/^(text|topLabel|bottomLabel|title|subtitle|header|label|hintText|altText)$/.test(key))
        texts.push(value);
    } else if (typeof value === 'object' && value !== null && key !== 'onClick')
      for (const [name, one] of Object.entries(value)) visit(one, Array.isArray(value) ? key : name);
  };
  visit(card, '');
  return texts
    .map((text) =>
      text
        .replace(/<[^>]*>/g, ' ')
        .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? ''),
    )
    .join('\n')
    .replace(/ +/g, ' ');
}

function mailOf(office: Office, person: string, subject: string): object {
  const copy = office.world.gmail
    .mailbox(person)
    .messages()
    .find(({ payload }) =>
      payload?.headers?.some(({ name, value }) => name === 'Subject' && value === subject),
    );
  const id = copy?.id ?? '';
  const accessToken = office.world.gmail.openMessage(person, id);
  return { gmail: { messageId: `msg-f:${BigInt(`0x${id}`)}`, accessToken } };
}
