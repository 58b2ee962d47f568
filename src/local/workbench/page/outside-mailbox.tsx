// What a customer sees: the mails that left for them, and answering one.
import type { MailView } from '../views.ts';
import type { Shared } from './app.tsx';
import { useAsk } from './ask.ts';
import { type Draft, emptyDraft } from './compose.tsx';
import { Mail } from './conversation.tsx';
import { Icon } from './icon.tsx';

interface OutsideProps extends Shared {
  readonly address: string;
  readonly onReply: (draft: Draft) => void;
}

export function OutsideMailbox({ desk, serial, address, onReply }: OutsideProps) {
  const { value: mails } = useAsk<readonly MailView[]>(`outside?${new URLSearchParams({ address })}`, serial);
  const reply = (mail: MailView): void =>
    onReply({
      ...emptyDraft,
      kind: 'customer',
      from: address,
      to: desk.address,
      subject: /^(re|aw|sv|antw):/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`,
      inReplyTo: mail.messageId,
      references: mail.references,
    });
  return (
    <article class="conversation">
      <h1>{address}</h1>
      <p class="quiet">What this customer has got from {desk.company}.</p>
      <button
        type="button"
        class="tool"
        onClick={() => onReply({ ...emptyDraft, kind: 'customer', from: address, to: desk.address })}
      >
        <Icon name="compose" /> Write to support
      </button>
      {mails?.length === 0 && <p class="empty">Nothing has been written to this customer yet.</p>}
      {[...(mails ?? [])].reverse().map((mail, index) => (
        <div key={mail.id}>
          <Mail mail={mail} box={null} open={index < 2} timeZone={desk.timeZone} />
          <button type="button" class="tool" onClick={() => reply(mail)}>
            <Icon name="reply" /> Answer as {address}
          </button>
        </div>
      ))}
    </article>
  );
}
