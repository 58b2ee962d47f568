// Writing a mail, as a colleague with macros or as a customer from outside.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { MacroView } from '../views.ts';
import type { Shared } from './app.tsx';
import { post, useAsk } from './ask.ts';
import { Icon } from './icon.tsx';

export interface Draft {
  readonly kind: 'colleague' | 'customer';
  readonly from: string;
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
  readonly text: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly thread: string | null;
  readonly ticket: string | null;
  /** The draft in the mailbox that this goes on with. */
  readonly draft: string | null;
}

export const emptyDraft: Draft = {
  kind: 'colleague',
  from: '',
  to: '',
  cc: '',
  subject: '',
  text: '',
  inReplyTo: null,
  references: [],
  thread: null,
  ticket: null,
  draft: null,
};

interface ComposeProps extends Shared {
  readonly draft: Draft;
  readonly onClose: () => void;
}

export function Compose({ desk, draft: given, onClose, say }: ComposeProps) {
  const [draft, setDraft] = useState(given);
  const [sending, setSending] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => (given.to && given.subject ? area.current : first.current)?.focus(), []);
  const customer = draft.kind === 'customer';
  const macros = useAsk<readonly MacroView[]>(
    customer ? null : `macros?${new URLSearchParams({ ticket: draft.ticket ?? '' })}`,
    0,
  );
  const set = (name: keyof Draft) => (event: { currentTarget: { value: string } }) =>
    setDraft({ ...draft, [name]: event.currentTarget.value });
  const insert = (macro: MacroView | undefined): void => {
    if (!macro) return;
    const at = area.current?.selectionStart ?? draft.text.length;
    const text = `${draft.text.slice(0, at)}${macro.body}${draft.text.slice(at)}`;
    setDraft({ ...draft, text, subject: draft.subject || (macro.subject ?? '') });
  };
  const send = async (): Promise<void> => {
    setSending(true);
    try {
      const { kind, ticket: _, thread, draft: made, to, cc, ...rest } = draft;
      const letter = { ...rest, to: list(to), cc: list(cc) };
      await post(
        kind === 'customer' ? 'write' : 'send',
        kind === 'customer' ? letter : { ...letter, thread, draft: made },
      );
      say(kind === 'customer' ? 'Sent. The desk reads it at its next tick, within a minute.' : 'Sent.');
      onClose();
    } catch (error) {
      say((error as Error).message);
      setSending(false);
    }
  };
  const title = customer ? 'A mail from a customer' : 'New mail';
  return (
    <form
      class="compose"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
      }}
    >
      <div class="compose-head">
        <h2>{title}</h2>
        <button type="button" class="plain" aria-label="Close without sending" onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <label>
        From
        <input
          ref={customer ? first : null}
          value={draft.from}
          onInput={set('from')}
          readOnly={!customer}
          required
          list="customers"
        />
      </label>
      <datalist id="customers">
        {desk.customers.map((address) => (
          <option key={address} value={address} />
        ))}
      </datalist>
      <label>
        To
        <input ref={customer ? null : first} value={draft.to} onInput={set('to')} required list="customers" />
      </label>
      {!customer && (
        <label>
          Cc
          <input value={draft.cc} onInput={set('cc')} />
        </label>
      )}
      <label>
        Subject
        <input value={draft.subject} onInput={set('subject')} required />
      </label>
      <textarea
        ref={area}
        aria-label="Text"
        value={draft.text}
        onInput={set('text')}
        rows={10}
        required
        dir="auto"
      />
      <div class="compose-foot">
        <button type="submit" class="tool primary" disabled={sending}>
          <Icon name="send" size={18} /> Send
        </button>
        {!customer && macros.value && (
          <select
            aria-label="Insert a macro"
            value=""
            onChange={(event) => insert(macros.value?.[Number(event.currentTarget.value)])}
          >
            <option value="">Insert a macro</option>
            {macros.value.map(({ name, language }, index) => (
              <option key={`${name} ${language}`} value={String(index)}>
                {name} ({language})
              </option>
            ))}
          </select>
        )}
      </div>
    </form>
  );
}

const list = (text: string): readonly string[] =>
  text
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
