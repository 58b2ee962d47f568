// The tabs that the desk writes and people only look at: names, fixed sheet ids and headers.

export interface DeskTab {
  readonly name: string;
  /** Fixed, so that a write needs no look-up. */
  readonly sheetId: number;
  readonly header: readonly string[];
  readonly hidden: boolean;
}

const tab = (name: string, sheetId: number, header: readonly string[], hidden = false): DeskTab => ({
  name,
  sheetId,
  header,
  hidden,
});

const ticketHeader = [
  'Ticket',
  'Subject',
  'Requester',
  'Customer',
  'Category',
  'Severity',
  'Mood',
  'Tier',
  'Owner',
  'Status',
  'Next deadline',
  'Due',
  'Opened',
  'Why',
  'keys',
  'state',
] as const;

/** A mail or what was told about it, a row each: see `learning-rows.ts`. */
const learningHeader = ['Ticket', 'What', 'line', 'spoke'] as const;

export const deskTabs = {
  tickets: tab('Tickets', 7001, ticketHeader),
  journal: tab('Journal', 7002, ['At', 'Ticket', 'Event', 'Actor', 'Reason', 'Key', 'data']),
  outbox: tab('Outbox', 7003, ['Id', 'Decided', 'Not before', 'Ticket', 'Kind', 'To', 'What', 'Why']),
  mails: tab('Mails', 7004, ['At', 'Gmail id', 'Message-ID', 'Outcome', 'Ticket', 'May answer', 'Reason']),
  health: tab('Health', 7005, ['What', 'Value', 'Advice']),
  archive: tab('Archive', 7006, ticketHeader),
  knowledge: tab('Knowledge', 7007, ['Category', 'Problem', 'Solution', 'Ticket', 'At']),
  state: tab('State', 7008, ['state', 'rules', 'door', 'knock'], true),
  learning: tab('Learning', 7009, learningHeader, true),
  model: tab('Model', 7010, ['model', 'about'], true),
  lessons: tab('Lessons', 7019, learningHeader, true),
  suggestions: tab('Suggestions', 7015, ['Row', 'Keyword', 'Corrected', 'To', 'Proposal']),
} as const satisfies Record<string, DeskTab>;
