// The left side of the mail client: write, the mailboxes, their folders and the desk's labels.
import { useRef } from 'preact/hooks';
import type { LabelView } from '../views.ts';
import { bringIn, type Shared } from './app.tsx';
import { Icon } from './icon.tsx';
import type { Place } from './route.ts';

interface RailProps extends Shared {
  readonly box: string;
  readonly labels: readonly LabelView[];
  readonly onCompose: () => void;
  readonly onCustomer: () => void;
  readonly onChosen: () => void;
}

const folders: readonly (readonly [Place['folder'], string, string])[] = [
  ['inbox', 'Inbox', 'inbox'],
  ['sent', 'Sent', 'send'],
  ['drafts', 'Drafts', 'edit'],
  ['all', 'All mail', 'archive'],
];

export function Rail({
  desk,
  place,
  go,
  person,
  box,
  labels,
  onCompose,
  onCustomer,
  onChosen,
  say,
}: RailProps) {
  const files = useRef<HTMLInputElement>(null);
  const choose = (change: Partial<Place>): void => {
    go({ thread: '', label: '', words: '', folder: 'inbox', ...change });
    onChosen();
  };
  const others = desk.people.filter(({ email }) => email !== person.email);
  const own = box === person.email || box === desk.support;
  return (
    <nav class="rail" aria-label="Mailboxes">
      <button type="button" class="compose-button" onClick={onCompose}>
        <Icon name="compose" />
        Compose
      </button>
      <button type="button" class="tool wide" onClick={onCustomer}>
        <Icon name="mail" />
        Write as a customer
      </button>
      <button
        type="button"
        class="tool wide"
        title=".eml or .mbox; you can also drop them anywhere"
        onClick={() => files.current?.click()}
      >
        <Icon name="upload" />
        Add mail files
      </button>
      <input
        ref={files}
        type="file"
        accept=".eml,.mbox"
        multiple
        hidden
        aria-label="Mail files"
        onChange={(event) => void bringIn([...(event.currentTarget.files ?? [])], say)}
      />
      <h2>{person.name}</h2>
      <Folders box={box} mine={person.email} {...{ place, choose }} unread={desk.unread[person.email] ?? 0} />
      <h2>
        Support <small>{desk.support.split('@')[0]}@</small>
      </h2>
      <Folders box={box} mine={desk.support} {...{ place, choose }} unread={desk.unread[desk.support] ?? 0} />
      {own && labels.length > 0 && (
        <Labels labels={labels} place={place} choose={(label) => choose({ box, label, folder: 'all' })} />
      )}
      <h2>Colleagues</h2>
      <ul>
        {others.map(({ email, name }) => (
          <li key={email}>
            <Choice
              chosen={box === email}
              onChoose={() => choose({ box: email })}
              icon="person"
              name={name}
              count={desk.unread[email] ?? 0}
            />
          </li>
        ))}
      </ul>
      <h2>Customers</h2>
      <ul>
        {desk.customers.slice(0, 12).map((address) => (
          <li key={address}>
            <Choice
              chosen={box === `outside:${address}`}
              onChoose={() => choose({ box: `outside:${address}` })}
              icon="group"
              name={address}
              count={0}
            />
          </li>
        ))}
      </ul>
      {desk.smtp !== null && (
        <p class="quiet">
          Real mail: SMTP at localhost:{desk.smtp}, to {desk.address} or any colleague.
        </p>
      )}
    </nav>
  );
}

interface FoldersProps {
  readonly box: string;
  readonly mine: string;
  readonly place: Place;
  readonly choose: (change: Partial<Place>) => void;
  readonly unread: number;
}

function Folders({ box, mine, place, choose, unread }: FoldersProps) {
  return (
    <ul>
      {folders.map(([folder, name, icon]) => (
        <li key={folder}>
          <Choice
            chosen={box === mine && place.folder === folder && !place.label}
            onChoose={() => choose({ box: mine, folder })}
            icon={icon}
            name={name}
            count={folder === 'inbox' ? unread : 0}
          />
        </li>
      ))}
    </ul>
  );
}

interface ChoiceProps {
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly icon: string;
  readonly name: string;
  readonly count: number;
}

function Choice({ chosen, onChoose, icon, name, count }: ChoiceProps) {
  return (
    <button type="button" class="choice" aria-current={chosen ? 'true' : undefined} onClick={onChoose}>
      <Icon name={icon} size={18} />
      <span>{name}</span>
      {count > 0 && (
        <b>
          {count}
          <span class="visually-hidden"> unread</span>
        </b>
      )}
    </button>
  );
}

function Labels({
  labels,
  place,
  choose,
}: {
  readonly labels: readonly LabelView[];
  readonly place: Place;
  readonly choose: (label: string) => void;
}) {
  const root = labels.map(({ name }) => name.split('/')[0]).find(Boolean) ?? '';
  const below = labels.filter(({ name }) => name.includes('/'));
  return (
    <details class="labels" open={place.label !== ''}>
      <summary>
        <Icon name="tag" size={18} /> Labels of {root} ({below.length})
      </summary>
      <ul>
        {below.map(({ name, background }) => (
          <li key={name}>
            <button
              type="button"
              class="choice"
              aria-current={place.label === name ? 'true' : undefined}
              onClick={() => choose(name)}
            >
              <span class="dot" style={{ background: background ?? '#c4c7c5' }} />
              <span>{name.slice(root.length + 1)}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
