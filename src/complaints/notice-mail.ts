// Notices to one colleague as one mail: what, by when, why, and a link to the thread.
import type { Notice, NoticeKind } from './plan.ts';
import type { Settings } from './rules.ts';
import { localTime } from './wording.ts';

/** Most pressing first: the order of the lines and of what the subject names. */
const order: readonly NoticeKind[] = [
  'incident',
  'breach',
  'escalation',
  'handover',
  'warning',
  'bounce',
  'assigned',
  'mention',
  'load',
  'problem',
];

const words: Readonly<Record<NoticeKind, string>> = {
  breach: 'Overdue',
  escalation: 'Escalated',
  handover: 'Handover',
  warning: 'Due soon',
  bounce: 'Mail came back',
  assigned: 'Yours',
  mention: 'Mentioned',
  load: 'Load',
  problem: 'Workbook',
  incident: 'Incident',
};

export interface NoticeMail {
  readonly subject: string;
  readonly body: string;
}

export function noticeMail(notices: readonly Notice[], settings: Settings): NoticeMail {
  const sorted = [...notices].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const first = sorted[0];
  const more = sorted.length > 1 ? ` and ${sorted.length - 1} more` : '';
  return {
    subject: first ? `${words[first.kind]}: ${first.line}${more}` : '',
    body: sorted.map((notice) => paragraph(notice, settings)).join('\n\n'),
  };
}

function paragraph({ kind, line, reason, due, threadId }: Notice, settings: Settings): string {
  return [
    `${words[kind]}: ${line}`,
    ...(due === null ? [] : [`By ${localTime(due, settings.timeZone)} (${settings.timeZone})`]),
    `Why: ${reason}`,
    ...(threadId
      ? [`https://mail.google.com/mail/?authuser=${settings.supportAddresses[0] ?? ''}#all/${threadId}`]
      : []),
  ].join('\n');
}
