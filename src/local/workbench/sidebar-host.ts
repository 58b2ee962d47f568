// Does for the sidebar what Gmail does: calls its functions as the acting person, with the event Gmail would send.
import type { Bench } from './bench.ts';
import { headerOf } from './mailboxes.ts';
import { rulesNow } from './rules-now.ts';

export interface OpenedOn {
  readonly person: string;
  /** The open message of the person's own mailbox; null: none is open. */
  readonly mail: string | null;
  readonly platform: 'WEB' | 'ANDROID';
  /** Of the person's Gmail; null: their own language by People. */
  readonly locale: string | null;
}

export interface Pressed extends OpenedOn {
  readonly function: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** What stands in the card's fields, by their names. */
  readonly inputs: Readonly<Record<string, readonly string[]>>;
  /** The fields that hold an instant, in milliseconds since 1970. */
  readonly dates: readonly string[];
}

/** As `printJson` tells it: a card, a list of cards or what an action answers. */
export type SidebarAnswer =
  | { readonly ok: true; readonly json: unknown; readonly milliseconds: number }
  | { readonly ok: false; readonly error: string; readonly milliseconds: number };

/** The design's limits: a question costs the desk two calls, an action four. */
const asking = { desk: 2, sidebar: 4 };
const acting = { desk: 4, sidebar: 4 };

export function openSidebar(bench: Bench, on: OpenedOn): SidebarAnswer {
  const what = on.mail === null ? 'opened the sidebar' : 'opened a mail';
  return call(bench, {
    on,
    what,
    budget: asking,
    name: on.mail === null ? 'onHome' : 'onMessage',
    event: eventOf(bench, on),
  });
}

export function press(bench: Bench, pressed: Pressed): SidebarAnswer {
  const { parameters, inputs, dates } = pressed;
  const event = eventOf(bench, pressed);
  const typed = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      name,
      dates.includes(name)
        ? { dateTimeInput: { hasDate: true, hasTime: true, msSinceEpoch: Number(value[0]) } }
        : { stringInputs: { value } },
    ]),
  );
  return call(bench, {
    on: pressed,
    what: `pressed ${pressed.function}`,
    budget: acting,
    name: pressed.function,
    event: {
      ...event,
      parameters,
      formInput: Object.fromEntries(Object.entries(inputs).map(([name, [first = '']]) => [name, first])),
      formInputs: inputs,
      commonEventObject: {
        ...event.commonEventObject,
        parameters,
        formInputs: typed,
        invokedFunction: pressed.function,
      },
    },
  });
}

interface SidebarCall {
  readonly on: OpenedOn;
  readonly what: string;
  readonly budget: Readonly<Record<string, number>>;
  readonly name: string;
  readonly event: object;
}

function call(bench: Bench, { on, what, budget, name, event }: SidebarCall): SidebarAnswer {
  const { sidebar } = bench.office;
  if (!sidebar) return { ok: false, error: 'The sidebar was not built.', milliseconds: 0 };
  const began = Date.now();
  const spent = (): number => Date.now() - began;
  if (!/^on[A-Z]\w*$/.test(name) && !/^[a-z]\w*$/i.test(name))
    return { ok: false, error: 'No such action.', milliseconds: 0 };
  return bench.calls.during(`${on.person} ${what}`, budget, () => {
    try {
      const json = printed(sidebar.runAs(on.person, name, event));
      return { ok: true, json, milliseconds: spent() };
    } catch (error) {
      return {
        ok: false,
        error: error instanceof Error ? error.message : String(error),
        milliseconds: spent(),
      };
    }
  });
}

function printed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(printed);
  if (typeof value === 'object' && value !== null && 'printJson' in value) {
    const { printJson } = value as { printJson(): string };
    return JSON.parse(printJson());
  }
  return value ?? null;
}

function eventOf(bench: Bench, { person, mail, platform, locale: asked }: OpenedOn) {
  const { world } = bench.office;
  const { rules } = rulesNow(bench);
  const { timeZone } = rules.settings;
  const locale = asked ?? rules.people.find(({ email }) => email === person)?.language ?? 'en';
  const offset = offsetOf(timeZone, world.now());
  return {
    hostApp: 'gmail',
    clientPlatform: platform === 'WEB' ? 'web' : 'android',
    userLocale: locale,
    userTimezone: { id: timeZone, offSet: String(offset) },
    commonEventObject: {
      hostApp: 'GMAIL',
      platform,
      userLocale: locale,
      timeZone: { id: timeZone, offset },
    },
    ...(mail === null ? {} : mailOf(bench, person, mail)),
  };
}

/** The message's id as add-ons get it, and the token that lets them read that one message. */
function mailOf({ office }: Bench, person: string, mail: string) {
  const { gmail } = office.world;
  const message = gmail.mailbox(person).message(mail);
  const accessToken = gmail.openMessage(person, mail);
  const messageId = `msg-f:${BigInt(`0x${mail}`)}`;
  const gmailEvent = {
    messageId,
    threadId: `thread-f:${BigInt(`0x${message.threadId}`)}`,
    accessToken,
    toRecipients: headerOf(message, 'To').split(','),
    ccRecipients: headerOf(message, 'Cc').split(','),
  };
  return { gmail: gmailEvent, messageMetadata: { messageId, accessToken } };
}

/** Milliseconds east of Greenwich. */
function offsetOf(timeZone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
