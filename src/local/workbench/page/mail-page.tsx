// Mail: mailboxes on the left, the list or a conversation in the middle, the sidebar on the right.
import { useState } from 'preact/hooks';
import type { DraftView, MailboxView, ThreadView } from '../views.ts';
import type { Shared } from './app.tsx';
import { get, useAsk } from './ask.ts';
import { Compose, type Draft, emptyDraft } from './compose.tsx';
import { Conversation } from './conversation.tsx';
import { Icon } from './icon.tsx';
import { OutsideMailbox } from './outside-mailbox.tsx';
import { Rail } from './rail.tsx';
import { Sidebar } from './sidebar.tsx';
import { ThreadList } from './thread-list.tsx';

export function MailPage(shared: Shared) {
  const { desk, place, go, serial, person } = shared;
  const [draft, setDraft] = useState<Draft | null>(null);
  const [rail, setRail] = useState(false);
  const [card, setCard] = useState(false);
  const outside = place.box.startsWith('outside:') ? place.box.slice('outside:'.length) : null;
  const box = outside ? '' : place.box || person.email;
  const query = new URLSearchParams({ box, folder: place.folder, label: place.label, words: place.words });
  const { value: mailbox, error } = useAsk<MailboxView>(outside ? null : `mailbox?${query}`, serial);
  const thread = useAsk<ThreadView>(
    !outside && place.thread ? `thread?${new URLSearchParams({ box, thread: place.thread })}` : null,
    serial,
  );
  const mine = box === person.email;
  const opened = place.thread ? (thread.value?.mails.findLast(({ draft }) => !draft)?.id ?? null) : null;
  const goToOwnCopy = async (): Promise<void> => {
    const own = { box: '', folder: 'inbox', label: '', words: '' } as const;
    const message = thread.value?.mails.at(-1)?.messageId;
    if (!message) return go({ ...own, thread: '' });
    const { thread: mine } = await get<{ thread: string | null }>(
      `where?${new URLSearchParams({ box: person.email, message })}`,
    );
    if (mine === null) shared.say(`${person.name} has no copy of this mail.`);
    else go({ ...own, folder: 'all', thread: mine });
  };
  const openDraft = async (id: string): Promise<void> => {
    const made = await get<DraftView>(`draft?${new URLSearchParams({ box: person.email, id })}`);
    const to = made.to.join(', ');
    setDraft({ ...emptyDraft, ...made, from: person.email, to, cc: desk.address, draft: id });
  };
  const asCustomer = (): void =>
    setDraft({ ...emptyDraft, kind: 'customer', from: desk.customers[0] ?? '', to: desk.address });
  return (
    <div
      class={`mail-page${place.thread ? ' reading' : ''}${rail ? ' rail-open' : ''}${card ? ' card-open' : ''}`}
    >
      <Rail
        {...shared}
        box={outside ? place.box : box}
        labels={mailbox?.labels ?? []}
        onCompose={() => setDraft({ ...emptyDraft, kind: 'colleague', from: person.email })}
        onCustomer={asCustomer}
        onChosen={() => setRail(false)}
      />
      <section class="middle" aria-label="Mail">
        {!place.thread && (
          <div class="search">
            <button
              type="button"
              class="plain rail-button"
              aria-label="Mailboxes"
              aria-expanded={rail}
              onClick={() => setRail(!rail)}
            >
              <Icon name="inbox" />
            </button>
            <Icon name="search" />
            <input
              type="search"
              placeholder="Search subject, sender, label"
              aria-label="Search this mailbox"
              value={place.words}
              onInput={(event) => go({ words: event.currentTarget.value })}
            />
          </div>
        )}
        {error && <p class="empty">{error}</p>}
        {outside !== null && <OutsideMailbox {...shared} address={outside} onReply={setDraft} />}
        {outside === null && !place.thread && <ThreadList {...shared} mailbox={mailbox} box={box} />}
        {outside === null && place.thread && (
          <Conversation
            {...shared}
            box={box}
            view={thread.value}
            error={thread.error}
            onReply={setDraft}
            onCard={() => setCard(true)}
          />
        )}
      </section>
      <section class="side" aria-label="Side panel">
        {mine ? (
          <Sidebar
            person={person.email}
            mail={opened}
            phone={place.phone}
            locale={place.locale || 'en'}
            now={desk.now}
            timeZone={desk.timeZone}
            onDraft={(id) => void openDraft(id)}
            onClose={card ? () => setCard(false) : undefined}
          />
        ) : (
          <div class="empty">
            <p>The add-on works in {person.name}'s own mailbox, on their copy of the mail.</p>
            <button type="button" class="tool" onClick={() => void goToOwnCopy()}>
              {place.thread ? 'Open my copy' : 'Go to my inbox'}
            </button>
          </div>
        )}
      </section>
      {draft && (
        <Compose
          key={draft.draft ?? draft.inReplyTo ?? draft.kind}
          {...shared}
          draft={draft}
          onClose={() => setDraft(null)}
        />
      )}
    </div>
  );
}
