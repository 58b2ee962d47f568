// The side panel: asks the real sidebar for its cards, keeps them on a stack, and does what its answers say.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { post } from './ask.ts';
import { CardOf } from './card.tsx';
import { dateFields, firstValues, HostContext } from './card-host.ts';
import type { ActionResponse, Card, Navigation, OnClick } from './card-types.ts';
import { Icon } from './icon.tsx';
import { safeLink } from './rich-text.tsx';
import { clockTime } from './time-words.ts';

export interface SidebarProps {
  readonly person: string;
  /** The open message in the person's own mailbox. */
  readonly mail: string | null;
  readonly phone: boolean;
  readonly locale: string;
  readonly now: number;
  readonly timeZone: string;
  readonly onClose?: (() => void) | undefined;
  /** A draft was made in the person's mailbox: it is to be opened. */
  readonly onDraft: (id: string) => void;
}

type Answer = { readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly error: string };

export function Sidebar({ person, mail, phone, locale, now, timeZone, onClose, onDraft }: SidebarProps) {
  const [stack, setStack] = useState<readonly Card[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const [drawnAt, setDrawnAt] = useState(now);
  const [stale, setStale] = useState(false);
  const on = { person, mail, platform: phone ? 'ANDROID' : 'WEB', locale: locale || null };
  const key = JSON.stringify(on);

  const run = async (what: 'open' | 'press', given: object, take: (json: unknown) => void): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const answer = await post<Answer>(what, { ...on, ...given });
      if (answer.ok) take(answer.json);
      else setError(answer.error);
    } catch (failure) {
      setError((failure as Error).message);
    } finally {
      setBusy(false);
    }
  };
  const open = (): Promise<void> =>
    run('open', {}, (json) => {
      setStack([json].flat().filter(isCard));
      setDrawnAt(now);
      setStale(false);
    });
  useEffect(() => {
    setStack([]);
    setNotice(null);
    if (phone && mail === null) return;
    void open();
  }, [key]);
  useEffect(() => {
    if (notice === null) return;
    const timer = setTimeout(() => setNotice(null), 6_000);
    return () => clearTimeout(timer);
  }, [notice]);

  const card = stack.at(-1) ?? null;
  const take = (json: unknown): void => {
    if (isCard(json)) {
      setStack([...stack, json]);
      return;
    }
    const { action, stateChanged, hostAppAction } = (json ?? {}) as ActionResponse;
    const draft = hostAppAction?.gmailAction?.openCreatedDraftAction?.draftId;
    if (draft) onDraft(draft);
    if (action?.notification?.text) setNotice(action.notification.text);
    const url = safeLink(action?.link?.url ?? '');
    if (url) window.open(url, '_blank', 'noopener,noreferrer');
    if (action?.navigations) setStack(action.navigations.reduce(navigated, stack));
    setDrawnAt(now);
    if (stateChanged) setStale(true);
  };
  const back = (): void => {
    setStack(stack.slice(0, -1));
    // What was changed meanwhile shows: Gmail asks for the first card again.
    if (stale && stack.length === 2) void open();
  };

  if (phone && mail === null)
    return <p class="empty">On a phone Gmail shows the add-on only beside an open mail.</p>;
  return (
    <div class="sidebar" aria-busy={busy}>
      <div class="panel-bar">
        {stack.length > 1 && (
          <button type="button" class="plain" aria-label="Back" onClick={back}>
            <Icon name="arrow back" />
          </button>
        )}
        <strong>Tierline</strong>
        <span class="as-of">as of {clockTime(drawnAt, timeZone)}</span>
        <button
          type="button"
          class="plain"
          aria-label="Refresh the card"
          title="Refresh"
          onClick={() => void open()}
        >
          <Icon name="history" />
        </button>
        {onClose && (
          <button type="button" class="plain" aria-label="Close the side panel" onClick={onClose}>
            <Icon name="close" />
          </button>
        )}
      </div>
      {busy && <div class="progress" role="progressbar" aria-label="The add-on is working" />}
      {error && (
        <div class="failure" role="alert">
          <strong>The add-on failed.</strong>
          <p>{error}</p>
        </div>
      )}
      {card && (
        <Shown
          key={`${stack.length}-${printOf(card)}`}
          card={card}
          busy={busy}
          timeZone={timeZone}
          locale={locale}
          onPress={(onClick, inputs, dates) =>
            pressed(onClick, { inputs, dates, run, take, push: (next) => setStack([...stack, next]) })
          }
        />
      )}
      {!card && !busy && !error && <p class="empty">The add-on showed nothing.</p>}
      {notice && (
        <p class="notice" role="status">
          {notice}
        </p>
      )}
    </div>
  );
}

const printOf = (card: Card): string => card.name ?? JSON.stringify(card).slice(0, 400);

interface ShownProps {
  readonly card: Card;
  readonly busy: boolean;
  readonly timeZone: string;
  readonly locale: string;
  readonly onPress: (onClick: OnClick, inputs: Inputs, dates: readonly string[]) => void;
}

type Inputs = Readonly<Record<string, readonly string[]>>;

/** A card with what people have typed into it; another card begins anew. */
function Shown({ card, busy, timeZone, locale, onPress }: ShownProps) {
  const sections = card.sections ?? [];
  const [typed, setTyped] = useState<Inputs>({});
  const first = useMemo(() => firstValues(sections), [card]);
  useEffect(() => setTyped({}), [card]);
  const values = { ...first, ...typed };
  const host = {
    values,
    set: (name: string, next: readonly string[]) => setTyped((before) => ({ ...before, [name]: next })),
    press: (onClick: OnClick) => onPress(onClick, values, dateFields(sections)),
    busy,
    timeZone,
    locale,
  };
  return (
    <HostContext.Provider value={host}>
      <CardOf card={card} />
    </HostContext.Provider>
  );
}

interface Pressing {
  readonly inputs: Inputs;
  readonly dates: readonly string[];
  readonly run: (what: 'press', given: object, take: (json: unknown) => void) => Promise<void>;
  readonly take: (json: unknown) => void;
  readonly push: (card: Card) => void;
}

function pressed({ action, openLink, card }: OnClick, { inputs, dates, run, take, push }: Pressing): void {
  if (card) {
    push(card);
    return;
  }
  const url = safeLink(openLink?.url ?? '');
  if (url) window.open(url, '_blank', 'noopener,noreferrer');
  if (!action?.function) return;
  const parameters = Object.fromEntries(
    (action.parameters ?? []).map(({ key = '', value = '' }) => [key, value]),
  );
  const filled = Object.fromEntries(Object.entries(inputs).filter(([, values]) => values.length > 0));
  void run('press', { function: action.function, parameters, inputs: filled, dates }, take);
}

function navigated(
  stack: readonly Card[],
  { pushCard, updateCard, pop, popToRoot, popToCard }: Navigation,
): readonly Card[] {
  if (pushCard) return [...stack, pushCard];
  if (updateCard) return [...stack.slice(0, -1), updateCard];
  if (popToRoot) return stack.slice(0, 1);
  if (popToCard) {
    const at = stack.findLastIndex(({ name }) => name === popToCard);
    return at < 0 ? stack : stack.slice(0, at + 1);
  }
  return pop && stack.length > 1 ? stack.slice(0, -1) : stack;
}

const isCard = (json: unknown): json is Card =>
  typeof json === 'object' && json !== null && 'sections' in json;
