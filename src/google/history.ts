// What happened in the mailbox since the cursor: new mails, and labels that people moved by hand.
import { type Answer, type Ask, askOne, gmail, read } from './answers.ts';

const pageSize = 500;
/** More than this many pages wait for the next tick. */
const mostPages = 10;

interface Changed {
  readonly message?: { readonly id?: string; readonly labelIds?: readonly string[] };
  readonly labelIds?: readonly string[];
}

interface HistoryRecord {
  readonly id?: string;
  readonly messagesAdded?: readonly Changed[];
  readonly labelsAdded?: readonly Changed[];
  readonly labelsRemoved?: readonly Changed[];
}

interface Page {
  readonly history?: readonly HistoryRecord[];
  readonly historyId?: string;
  readonly nextPageToken?: string;
}

export interface LabelMove {
  readonly message: string;
  readonly label: string;
  readonly to: 'added' | 'removed';
}

export interface Happened {
  readonly arrived: readonly string[];
  readonly moves: readonly LabelMove[];
  /** Where the next tick begins. */
  readonly cursor: string;
  /** True where Gmail no longer knows the cursor: everything must be looked through again. */
  readonly expired: boolean;
  readonly records: number;
}

export function historyAsk(cursor: string, page?: string): Ask {
  const types = ['messageAdded', 'labelAdded', 'labelRemoved']
    .map((type) => `historyTypes=${type}`)
    .join('&');
  const token = page ? `&pageToken=${encodeURIComponent(page)}` : '';
  return {
    method: 'get',
    url: `${gmail}/history?startHistoryId=${cursor}&${types}&maxResults=${pageSize}${token}`,
  };
}

/** Reads the first page's answer, and asks for the others. */
export function happened(first: Answer, cursor: string): Happened {
  if (first.status === 404) return { arrived: [], moves: [], cursor, expired: true, records: 0 };
  let page = read<Page>(first, 'Reading the mailbox history');
  const records: HistoryRecord[] = [...(page.history ?? [])];
  for (let pages = 1; page.nextPageToken && pages < mostPages; pages++) {
    page = read<Page>(askOne(historyAsk(cursor, page.nextPageToken)), 'Reading the mailbox history');
    records.push(...(page.history ?? []));
  }
  const end = page.nextPageToken ? records.at(-1)?.id : page.historyId;
  return { ...digest(records), cursor: end ?? cursor, expired: false, records: records.length };
}

function digest(records: readonly HistoryRecord[]): Pick<Happened, 'arrived' | 'moves'> {
  const arrived = new Set<string>();
  const moves: LabelMove[] = [];
  for (const { messagesAdded = [], labelsAdded = [], labelsRemoved = [] } of records) {
    for (const { message } of messagesAdded)
      if (message?.id && counts(message.labelIds)) arrived.add(message.id);
    for (const { message, labelIds = [] } of labelsRemoved) {
      // Out of spam, or sent from a draft: only now is it mail.
      if (
        message?.id &&
        labelIds.some((label) => ['SPAM', 'TRASH', 'DRAFT'].includes(label)) &&
        counts(message.labelIds)
      )
        arrived.add(message.id);
    }
    moves.push(...movesOf(labelsAdded, 'added'), ...movesOf(labelsRemoved, 'removed'));
  }
  return { arrived: [...arrived], moves };
}

/** Drafts, chats, spam and trash are no mail to the desk. */
const counts = (labels: readonly string[] = []): boolean =>
  !labels.some((label) => ['DRAFT', 'CHAT', 'SPAM', 'TRASH'].includes(label));

const movesOf = (changes: readonly Changed[], to: LabelMove['to']): readonly LabelMove[] =>
  changes.flatMap(({ message, labelIds = [] }) =>
    message?.id ? labelIds.map((label) => ({ message: message.id ?? '', label, to })) : [],
  );

/** After the cursor expired: the mailbox's present history id, then every mail since then (2 calls and more). */
export function relist(sinceMs: number): { readonly ids: readonly string[]; readonly cursor: string } {
  const { historyId = '' } = read<{ historyId?: string }>(
    askOne({ method: 'get', url: `${gmail}/profile` }),
    'Reading the mailbox',
  );
  const query = encodeURIComponent(
    `in:anywhere -in:drafts -in:spam -in:trash after:${Math.floor(sinceMs / 1000)}`,
  );
  const ids: string[] = [];
  let token = '';
  do {
    const url = `${gmail}/messages?q=${query}&maxResults=500&includeSpamTrash=false${token && `&pageToken=${token}`}`;
    const page = read<{ messages?: { id?: string }[]; nextPageToken?: string }>(
      askOne({ method: 'get', url }),
      'Listing mail',
    );
    ids.push(...(page.messages ?? []).flatMap(({ id }) => id ?? []));
    token = page.nextPageToken ?? '';
  } while (token !== '' && ids.length < 20_000);
  return { ids: ids.reverse(), cursor: historyId };
}
