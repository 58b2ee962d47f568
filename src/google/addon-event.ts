// What Gmail tells an add-on with every call: the person's habits, the open mail, the pressed button and its inputs.
import type { Inputs } from '../cards/forms/form.ts';
import { type Reader, readerOf } from '../cards/reader.ts';

/** One input's value; some hosts wrap it once more under an empty name. */
interface InputValue {
  readonly stringInputs?: { readonly value?: readonly string[] };
  readonly dateTimeInput?: { readonly msSinceEpoch?: string | number };
  readonly dateInput?: { readonly msSinceEpoch?: string | number };
}

export interface AddOnEvent {
  readonly commonEventObject?: {
    readonly userLocale?: string;
    readonly timeZone?: { readonly id?: string };
    readonly platform?: string;
    readonly parameters?: Readonly<Record<string, string>>;
    readonly formInputs?: Readonly<Record<string, InputValue & { readonly ''?: InputValue }>>;
  };
  readonly gmail?: {
    readonly messageId?: string;
    /** Lets the add-on read the open mail's headers. */
    readonly accessToken?: string;
    /** While composing: to whom the draft goes. */
    readonly toRecipients?: readonly string[];
    readonly ccRecipients?: readonly string[];
  };
  /** The same as some versions of Gmail tell it. */
  readonly draftMetadata?: {
    readonly toRecipients?: readonly string[];
    readonly ccRecipients?: readonly string[];
  };
}

/** Without consent to the language Gmail tells none: then it is English and UTC. */
export function readerFrom({ commonEventObject: common }: AddOnEvent): Reader {
  const habits = { locale: common?.userLocale ?? null, timeZone: common?.timeZone?.id ?? null };
  return readerOf(habits, Date.now());
}

export const parametersIn = ({ commonEventObject }: AddOnEvent): Readonly<Record<string, string>> =>
  commonEventObject?.parameters ?? {};

export function inputsIn({ commonEventObject }: AddOnEvent): Inputs {
  const inputs = Object.entries(commonEventObject?.formInputs ?? {});
  return Object.fromEntries(inputs.map(([name, value]) => [name, valuesIn(value[''] ?? value)]));
}

function valuesIn({ stringInputs, dateTimeInput, dateInput }: InputValue): readonly string[] {
  const instant = dateTimeInput?.msSinceEpoch ?? dateInput?.msSinceEpoch;
  if (instant !== undefined) return [String(instant)];
  return (stringInputs?.value ?? []).map(String);
}

/** Addresses of a draft, lower case, without names. */
export function recipientsIn({ gmail, draftMetadata }: AddOnEvent): readonly string[] {
  const to = gmail?.toRecipients ?? draftMetadata?.toRecipients ?? [];
  const cc = gmail?.ccRecipients ?? draftMetadata?.ccRecipients ?? [];
  const found = [...to, ...cc].flatMap((one) => /[^\s<>"(),;:]+@[^\s<>"(),;:]+/.exec(one)?.[0] ?? []);
  return [...new Set(found.map((one) => one.toLowerCase()))].slice(0, 50);
}
