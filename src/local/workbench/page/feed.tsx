// What is happening: the desk's last decisions with their reasons, newest first; what escalates stands out.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Happening } from '../views.ts';
import type { Shared } from './app.tsx';
import { get } from './ask.ts';
import { Icon } from './icon.tsx';
import { dayAndTime } from './time-words.ts';

type Weight = 'loud' | 'warn' | 'plain';

const loud = ['escalated', 'breached'];
const warn = ['warned', 'reopened', 'handover returned'];

const weightOf = ({ what }: Happening): Weight =>
  loud.includes(what) ? 'loud' : warn.includes(what) ? 'warn' : 'plain';
const signs: Readonly<Record<Weight, string>> = { loud: 'warning', warn: 'alarm', plain: 'history' };

export function Feed({ desk, go, person, say }: Shared) {
  const [open, setOpen] = useState(false);
  const { happenings, timeZone } = desk;
  const last = happenings.at(-1);
  const seen = useRef(last?.serial ?? 0);
  const [fresh, setFresh] = useState<readonly Happening[]>([]);
  useEffect(() => {
    const news = happenings.filter(({ serial, what }) => serial > seen.current && loud.includes(what));
    seen.current = Math.max(seen.current, last?.serial ?? 0);
    if (news.length === 0) return;
    setFresh(news.slice(-3));
    const timer = setTimeout(() => setFresh([]), 12_000);
    return () => clearTimeout(timer);
  }, [last?.serial]);
  const find = async (ticket: string): Promise<void> => {
    const { thread } = await get<{ thread: string | null }>(
      `where?${new URLSearchParams({ box: person.email, ticket })}`,
    );
    if (thread === null) say(`${person.name} has no copy of ${ticket}.`);
    else go({ page: 'mail', box: '', folder: 'all', words: '', label: '', thread });
  };
  return (
    <aside class={open ? 'feed open' : 'feed'} aria-label="What is happening">
      <div class="toasts" role="log" aria-live="polite">
        {fresh.map((one) => (
          <div key={one.serial} class="toast">
            <Icon name="warning" />
            <div>
              <b>
                {one.ticket} {words(one)}
              </b>
              <p>{one.reason}</p>
            </div>
          </div>
        ))}
      </div>
      <button type="button" class="feed-bar" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={last ? signs[weightOf(last)] : 'history'} size={18} />
        <span class="feed-last">
          {last
            ? `${last.ticket} ${words(last)}${last.reason ? `: ${last.reason}` : ''}`
            : 'Nothing has happened yet.'}
        </span>
        <span class="feed-more">{open ? 'Close' : 'What happened'}</span>
      </button>
      {open && (
        <ol class="feed-list">
          {[...happenings].reverse().map((one) => (
            <li key={one.serial} class={weightOf(one)}>
              <span class="when">{dayAndTime(one.at, timeZone)}</span>
              <Icon name={signs[weightOf(one)]} size={18} />
              <span>
                {one.ticket && (
                  <button type="button" class="link" onClick={() => void find(one.ticket)}>
                    {one.ticket}
                  </button>
                )}{' '}
                <b>{words(one)}</b> {one.reason}
              </span>
            </li>
          ))}
        </ol>
      )}
    </aside>
  );
}

/** The journal's event in a few words, with whom or what it is about. */
export function words({ what, details, actor }: Happening): string {
  const text = (name: string): string =>
    typeof details[name] === 'string' || typeof details[name] === 'number' ? String(details[name]) : '';
  switch (what) {
    case 'mail':
      return `mail to ${text('to')} (${text('kind')})`;
    case 'owner set':
      return text('owner') ? `is now ${text('owner').split('@')[0]}'s` : 'has no owner';
    case 'escalated':
      return `escalated to tier ${text('tier') || text('to') || '?'}`;
    case 'breached':
    case 'warned':
      return `${what === 'breached' ? 'missed' : 'is close to'} its ${clockWord(text('clock'))}`;
    case 'category set':
      return `is about ${[text('category'), text('subcategory')].filter(Boolean).join(' > ')}`;
    default:
      return actor && actor !== 'desk' && actor.includes('@') ? `${what} by ${actor.split('@')[0]}` : what;
  }
}

const clockWord = (clock: string): string => clock.replace(/([A-Z])/g, ' $1').toLowerCase() || 'deadline';
