// Where in the workbench one is, kept in the address so that going back and reloading work.
import { useEffect, useState } from 'preact/hooks';
import type { Folder } from '../views.ts';

export interface Place {
  readonly page: 'mail' | 'workbook' | 'matrix' | 'hood';
  /** Whom one acts as; empty: the first person. */
  readonly person: string;
  /** Whose mailbox is open; empty: the person's own. A customer's is `outside:address`. */
  readonly box: string;
  readonly folder: Folder;
  readonly label: string;
  readonly thread: string;
  readonly tab: string;
  readonly words: string;
  readonly locale: string;
  readonly phone: boolean;
}

const start: Place = {
  page: 'mail',
  person: '',
  box: '',
  folder: 'inbox',
  label: '',
  thread: '',
  tab: '',
  words: '',
  locale: '',
  phone: false,
};

function read(): Place {
  const query = new URLSearchParams(location.hash.slice(1));
  const text = (name: keyof Place): string => query.get(name) ?? String(start[name]);
  return {
    page: (query.get('page') as Place['page'] | null) ?? start.page,
    person: text('person'),
    box: text('box'),
    folder: text('folder') as Folder,
    label: text('label'),
    thread: text('thread'),
    tab: text('tab'),
    words: text('words'),
    locale: text('locale'),
    phone: query.get('phone') === 'true',
  };
}

function written(place: Place): string {
  const said = Object.entries(place).filter(([name, value]) => value !== start[name as keyof Place]);
  return `#${new URLSearchParams(said.map(([name, value]) => [name, String(value)]))}`;
}

export type Go = (change: Partial<Place>) => void;

export function usePlace(): readonly [Place, Go] {
  const [place, setPlace] = useState(read);
  useEffect(() => {
    const moved = (): void => setPlace(read());
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  const go: Go = (change) => {
    location.hash = written({ ...read(), ...change });
  };
  return [place, go];
}
