// CardService: builds cards and answers as google.apps.card.v1 JSON, within Google's limits.
import { exception } from '../failure.ts';
import type { Execution } from '../runtime/execution.ts';
import { textOf, wrongArguments } from './arguments.ts';
import { type Builder, builders, enumerations, type Setter } from './card-widgets.ts';
import { draftOf } from './drafts.ts';

interface Product {
  readonly makes: string;
  readonly widget: string | null;
  readonly json: Record<string, unknown>;
}

const products = new WeakMap<object, Product>();

/** A card has at most 100 sections and 100 widgets. */
const most = 100;

export function cardService(run: Execution): object {
  const { realm } = run;
  const members = Object.entries(builders).map(
    ([name, builder]) =>
      [
        name,
        () => {
          run.local();
          return make(run, builder);
        },
      ] as const,
  );
  const names = Object.entries(enumerations).map(
    ([name, values]) =>
      [name, realm.service(name, Object.fromEntries(values.map((value) => [value, value])))] as const,
  );
  return realm.service('CardService', { ...Object.fromEntries(members), ...Object.fromEntries(names) });
}

function make(run: Execution, builder: Builder): object {
  const product: Product = { makes: builder.makes, widget: builder.widget, json: { ...builder.starts } };
  const setters = Object.entries(builder.setters).map(
    ([name, setter]) =>
      [
        name,
        (...args: unknown[]) => {
          put(product.json, setter.at, read(setter, args, `${builder.makes}.${name}`));
          return self;
        },
      ] as const,
  );
  const self: object = run.realm.service(builder.makes, {
    ...Object.fromEntries(setters),
    ...extras(run, product, () => self),
  });
  products.set(self, product);
  return self;
}

/** What does not fit the table. */
function extras(run: Execution, product: Product, self: () => object): Record<string, unknown> {
  switch (product.makes) {
    case 'Card':
      return {
        build: () => {
          check(product.json);
          return built(run, product);
        },
      };
    case 'ActionResponse':
    case 'UpdateDraftActionResponse':
      return { build: () => built(run, product) };
    case 'ComposeActionResponse':
      return {
        setGmailDraft: (draft: unknown) => {
          const made = draftOf(draft);
          if (!made) return wrongArguments('ComposeActionResponseBuilder.setGmailDraft', [draft]);
          put(product.json, 'hostAppAction.gmailAction.openCreatedDraftAction', { draftId: made.id });
          return self();
        },
        build: () => built(run, product),
      };
    case 'UpdateDraftBodyAction':
      return {
        addUpdateContent: (...args: unknown[]) => {
          const [content, type] = args;
          if (args.length !== 2 || typeof content !== 'string' || typeof type !== 'string')
            wrongArguments('UpdateDraftBodyAction.addUpdateContent', args);
          put(product.json, 'insertContents[]', { content, contentType: type });
          return self();
        },
      };
    case 'TextButton':
    case 'ImageButton':
    case 'DecoratedText':
      return {
        // The press answers with a draft instead of a card; Google's card JSON does not tell the two apart.
        setComposeAction: (...args: unknown[]) => {
          const [action, type] = args;
          const made = typeof action === 'object' && action !== null ? products.get(action) : undefined;
          if (args.length !== 2 || made?.makes !== 'Action' || typeof type !== 'string')
            return wrongArguments(`${product.makes}.setComposeAction`, args);
          put(product.json, 'onClick.action', made.json);
          return self();
        },
      };
    case 'SelectionInput':
      return {
        addItem: (...args: unknown[]) => {
          const [text, value, selected] = args;
          if (args.length !== 3 || typeof selected !== 'boolean')
            wrongArguments('SelectionInput.addItem', args);
          const item = { text: String(text), value: String(value), selected };
          put(product.json, 'items[]', item);
          return self();
        },
      };
    case 'Suggestions':
      return {
        addSuggestion: (text: unknown) => {
          put(product.json, 'items[]', { text: textOf(text, 'Suggestions.addSuggestion') });
          return self();
        },
      };
    default:
      return {};
  }
}

function built(run: Execution, product: Product): object {
  const card = run.realm.service(product.makes, { printJson: () => JSON.stringify(product.json) });
  products.set(card, product);
  return card;
}

function check(card: Record<string, unknown>): void {
  const sections = (card.sections ?? []) as readonly { widgets?: readonly unknown[] }[];
  const widgets = sections.reduce((sum, section) => sum + (section.widgets?.length ?? 0), 0);
  if (sections.length > most) throw exception(`A card has ${most} sections at most, not ${sections.length}.`);
  if (widgets > most) throw exception(`A card has ${most} widgets at most, not ${widgets}.`);
  if (sections.some((section) => (section.widgets?.length ?? 0) === 0)) {
    throw exception('A section needs at least one widget.');
  }
}

function read({ takes }: Setter, args: readonly unknown[], what: string): unknown {
  const [given] = args;
  if (takes === 'none') return true;
  if (args.length !== 1) wrongArguments(what, args);
  if (takes === 'string' || takes === 'boolean' || takes === 'number') {
    return typeof given === takes ? given : wrongArguments(what, args);
  }
  if (takes === 'lines') {
    if (typeof given !== 'boolean') return wrongArguments(what, args);
    return given ? 'MULTIPLE_LINE' : 'SINGLE_LINE';
  }
  if (takes === 'parameters') return parametersOf(given, what);
  const product = typeof given === 'object' && given !== null ? products.get(given) : undefined;
  if (!product) return wrongArguments(what, args);
  if (takes === 'Widget') {
    if (isButton(product)) return { buttonList: { buttons: [product.json] } };
    return product.widget === null ? wrongArguments(what, args) : { [product.widget]: product.json };
  }
  if (takes === 'Button') return isButton(product) ? product.json : wrongArguments(what, args);
  return product.makes === takes.of ? product.json : wrongArguments(what, args);
}

function isButton({ makes }: Product): boolean {
  return makes === 'TextButton' || makes === 'ImageButton';
}

/** Keys and values are strings; anything else Google refuses. */
function parametersOf(given: unknown, what: string): object[] {
  if (typeof given !== 'object' || given === null) return wrongArguments(what, [given]);
  return Object.entries(given).map(([key, value]) => ({ key, value: textOf(value, what) }));
}

function put(json: Record<string, unknown>, at: string, value: unknown): void {
  const [first = '', ...rest] = at.split('.');
  const name = first.replace('[]', '');
  if (first.endsWith('[]')) {
    const item = rest.length === 0 ? value : { [rest.join('.')]: value };
    json[name] = [...((json[name] ?? []) as unknown[]), item];
  } else if (rest.length === 0) {
    const merge = name === 'action' && typeof json[name] === 'object';
    json[name] = merge ? { ...(json[name] as object), ...(value as object) } : value;
  } else {
    json[name] ??= {};
    put(json[name] as Record<string, unknown>, rest.join('.'), value);
  }
}
