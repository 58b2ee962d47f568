// The tabs that the desk writes and people only look at: names, fixed sheet ids and headers.

import { controlColumns } from './control.ts';
import { stateTab } from './state-tab.ts';
import { mostParts, versionColumns } from './versions.ts';

export interface DeskTab {
  readonly name: string;
  /** Fixed, so that a write needs no look-up. */
  readonly sheetId: number;
  readonly header: readonly string[];
  readonly hidden: boolean;
  /** People write into it too. */
  readonly open?: boolean;
  /** Where that is more than the header has. */
  readonly columns?: number;
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

/** Room for the widest table of Reports, then what the desk keeps for itself. */
const reportHeader = [
  'Figure',
  'This week',
  'Last week',
  'This month',
  'Last month',
  ...Array<string>(14).fill(''),
];

const dryRunColumns = [
  'Ticket',
  'Opened',
  'Subject',
  'Category',
  'Severity',
  'Owner',
  'First response due',
  'Resolution due',
  'Breaches',
  'Escalations',
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
  knowledge: tab('Knowledge', 7007, ['Category', 'Problem', 'Solution', 'Ticket', 'At', 'said']),
  reports: tab('Reports', 7017, [...reportHeader, 'state']),
  versions: { ...tab('Versions', 7012, versionColumns), columns: versionColumns.length + mostParts },
  control: { ...tab('Control', 7013, controlColumns), open: true },
  trial: { ...tab('Try', 7014, ['What', 'Is', 'Why']), open: true },
  dryRun: tab('What would change', 7016, dryRunColumns),
  problems: tab('Problems', 7011, ['Cell', 'Tab', 'Row', 'Column', 'What is wrong', 'What to do', 'Kind']),
  pilot: tab('Pilot', 7021, ['What', 'Pilot', 'Published']),
  receipts: tab('Receipts', 7020, ['Receipt', 'At', 'By', 'Customer', 'Removed', 'Gmail threads']),
  state: stateTab,
  learning: tab('Learning', 7009, learningHeader, true),
  model: tab('Model', 7010, ['model', 'about'], true),
  lessons: tab('Lessons', 7019, learningHeader, true),
  suggestions: tab('Suggestions', 7015, ['Row', 'Keyword', 'Corrected', 'To', 'Proposal']),
} as const satisfies Record<string, DeskTab>;
