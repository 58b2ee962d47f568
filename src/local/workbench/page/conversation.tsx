// One conversation: its mails in order, the last ones open, and what can be done with it.
import { useEffect, useState } from 'preact/hooks';
import type { MailView, ThreadView } from '../views.ts';
import type { Shared } from './app.tsx';
import { type Draft, emptyDraft } from './compose.tsx';
import { Icon } from './icon.tsx';
import { LabelChip } from './label-chip.tsx';
import { LetterFrame } from './letter-frame.tsx';
import { dayAndTime, fileSize } from './time-words.ts';

interface ConversationProps extends Shared {
  readonly box: string;
  readonly view: ThreadView | null;
  readonly error: string | null;
  readonly onReply: (draft: Draft) => void;
  readonly onCard: () => void;
}

export function Conversation({ desk, go, person, box, view, error, onReply, onCard }: ConversationProps) {
  if (error) return <p class="empty">{error}</p>;
  if (!view) return <p class="empty">Opening ...</p>;
  const labels = [
    ...new Map(view.mails.flatMap((mail) => mail.labels.map((label) => [label.name, label]))).values(),
  ];
  const last = view.mails.findLast(({ draft }) => !draft);
  return (
    <article class="conversation">
      <div class="conversation-bar">
        <button type="button" class="plain" onClick={() => go({ thread: '' })} aria-label="Back to the list">
          <Icon name="arrow back" />
        </button>
        {view.ticket && <span class="ticket-number">{view.ticket}</span>}
        <button type="button" class="tool card-button-mobile" onClick={onCard}>
          <Icon name="stairs" /> Tierline
        </button>
      </div>
      <h1 dir="auto">{view.subject}</h1>
      {labels.length > 0 && (
        <div class="chips">
          {labels.map((label) => (
            <LabelChip key={label.name} label={label} />
          ))}
        </div>
      )}
      {view.mails.map((mail, index) => (
        <Mail
          key={mail.id}
          mail={mail}
          box={box}
          open={index >= view.mails.length - 2}
          timeZone={desk.timeZone}
        />
      ))}
      {last && (box === person.email || box === desk.support) && (
        <div class="answer">
          <button
            type="button"
            class="tool primary"
            onClick={() => onReply(replyTo(last, view, { person: person.email, address: desk.address }))}
          >
            <Icon name="reply" /> Reply
          </button>
        </div>
      )}
    </article>
  );
}

/** To whoever wrote last from outside, with the support address in copy, as the team does. */
function replyTo(
  mail: MailView,
  { ticket, thread, box }: ThreadView,
  { person, address }: { readonly person: string; readonly address: string },
): Draft {
  const to = mail.sent || mail.from.address === person ? mail.to[0] : (mail.replyTo ?? mail.from.address);
  return {
    ...emptyDraft,
    kind: 'colleague',
    from: person,
    to: to ?? '',
    cc: address,
    subject: /^(re|aw|sv|antw):/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`,
    inReplyTo: mail.messageId,
    references: mail.references,
    thread: box === person ? thread : null,
    ticket,
  };
}

export interface MailProps {
  readonly mail: MailView;
  readonly box: string | null;
  readonly open: boolean;
  readonly timeZone: string;
}

export function Mail({ mail, box, open: opened, timeZone }: MailProps) {
  const [open, setOpen] = useState(opened);
  useEffect(() => setOpen(opened), [opened]);
  const { from, to, cc, at, text, html, attachments, draft } = mail;
  return (
    <section class={open ? 'letter' : 'letter folded'}>
      <button type="button" class="letter-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class="avatar" aria-hidden="true">
          {(from.name || from.address || '?').slice(0, 1).toUpperCase()}
        </span>
        <span class="letter-from">
          <b dir="auto">{from.name || from.address}</b>{' '}
          <span class="address">{from.name ? from.address : ''}</span>
          <span class="letter-to">
            {draft ? <b class="draft">Draft </b> : null}to {[...to, ...cc].join(', ') || 'nobody'}
          </span>
        </span>
        <time>{dayAndTime(at, timeZone)}</time>
      </button>
      {open && (
        <>
          {html ? <LetterFrame html={html} /> : <pre dir="auto">{text || '(no text)'}</pre>}
          {attachments.length > 0 && box !== null && (
            <ul class="attachments">
              {attachments.map(({ index, name, size }) => (
                <li key={index}>
                  <a
                    href={`/api/attachment?${new URLSearchParams({ box, mail: mail.id, index: String(index) })}`}
                    download={name}
                  >
                    <Icon name="attachment" size={16} /> {name} <small>{fileSize(size)}</small>
                  </a>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
}
