// The list of conversations, newest first.
import type { MailboxView, ThreadLine } from '../views.ts';
import type { Shared } from './app.tsx';
import { post } from './ask.ts';
import { LabelChip } from './label-chip.tsx';
import { shortTime } from './time-words.ts';

interface ListProps extends Shared {
  readonly mailbox: MailboxView | null;
  readonly box: string;
}

export function ThreadList({ desk, place, go, mailbox, box }: ListProps) {
  if (!mailbox) return <p class="empty">Reading the mailbox ...</p>;
  if (mailbox.threads.length === 0)
    return <p class="empty">{place.words || place.label ? 'Nothing here fits.' : 'Nothing here yet.'}</p>;
  const open = (line: ThreadLine): void => {
    go({ thread: line.thread });
    if (line.unread)
      void post('mark', { box, mails: [line.mail], add: [], remove: ['UNREAD'] }).catch(() => {});
  };
  return (
    <>
      <ul class="threads">
        {mailbox.threads.map((line) => (
          <li key={line.thread}>
            <button type="button" class={line.unread ? 'thread unread' : 'thread'} onClick={() => open(line)}>
              <span class="from" dir="auto">
                {line.unread && <span class="visually-hidden">Unread: </span>}
                {writers(line)}
              </span>
              <span class="what">
                <span class="subject" dir="auto">
                  {line.subject}
                </span>
                <span class="snippet" dir="auto">
                  {line.snippet}
                </span>
                {line.labels.length > 0 && (
                  <span class="chips">
                    {line.labels.map((label) => (
                      <LabelChip key={label.name} label={label} />
                    ))}
                  </span>
                )}
              </span>
              <time>{shortTime(line.at, desk.now, desk.timeZone)}</time>
            </button>
          </li>
        ))}
      </ul>
      {mailbox.more > 0 && (
        <p class="quiet centre">{mailbox.more} older conversations: search to find them.</p>
      )}
    </>
  );
}

const firstName = (name: string): string => name.split(/[\s@]/)[0] ?? name;

function writers({ from, count }: ThreadLine): string {
  const names = from.length > 1 ? from.map(firstName).slice(-3).join(', ') : (from[0] ?? '');
  return count > 1 ? `${names} ${count}` : names;
}
