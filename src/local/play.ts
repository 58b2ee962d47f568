// Plays the archive: lets time pass to each mail, posts it, and at the end lets time pass to the end.
import type { Arrival } from './arrival.ts';
import type { MailFile } from './mail-files.ts';
import type { Office } from './office.ts';
import { routeOf } from './post.ts';
import type { OnProgress } from './simulate.ts';
import type { QuotaShare } from './simulation.ts';
import type { ExecutionRecord } from './world/world.ts';
import { worstDays } from './worst-day.ts';

export interface PostedMail {
  readonly mail: MailFile;
  readonly gmailId: string;
}

export interface LeftOut {
  readonly mail: MailFile;
  readonly why: 'a draft' | 'spam' | 'never received';
}

export interface Posted {
  readonly mails: readonly PostedMail[];
  readonly leftOut: readonly LeftOut[];
  readonly ticks: number;
  /** Executions that did not end well. */
  readonly failures: readonly ExecutionRecord[];
  readonly quota: Readonly<Record<string, QuotaShare>>;
}

export interface Score {
  readonly arrivals: readonly Arrival[];
  /** Every address of the support mailbox. */
  readonly support: readonly string[];
  readonly from: number;
  readonly until: number;
}

const day = 86_400_000;

export function play(desk: Office, score: Score, onProgress: OnProgress): Posted {
  const mails: PostedMail[] = [];
  const leftOut: LeftOut[] = [];
  const failures: ExecutionRecord[] = [];
  const quotas = worstDays();
  let ticks = 0;
  const onExecution = (execution: ExecutionRecord): void => {
    ticks += 1;
    if (execution.status !== 'completed') failures.push(execution);
    quotas.note(desk.world.quota(desk.support), execution.endedAt);
    onProgress({
      at: execution.endedAt,
      from: score.from,
      until: score.until,
      mails: mails.length,
      of: score.arrivals.length,
    });
  };
  for (const arrival of score.arrivals) {
    desk.world.advanceTo(Math.max(arrival.at, desk.world.now()), { onExecution });
    const posted = post(desk, arrival, score.support);
    if ('gmailId' in posted) mails.push(posted);
    else leftOut.push(posted);
  }
  for (let at = desk.world.now(); at < score.until; at += day)
    desk.world.advanceTo(Math.min(at + day, score.until), { onExecution });
  return { mails, leftOut, ticks, failures, quota: quotas.all() };
}

function post(
  { world, support }: Office,
  { mail, at }: Arrival,
  addresses: readonly string[],
): PostedMail | LeftOut {
  const route = routeOf(mail, addresses);
  if (route.by === 'left out') return { mail, why: route.why };
  if (route.by === 'sent') {
    const { id } = world.gmail.mailbox(support).insert(mail.raw, { at, labels: ['SENT'] });
    return id ? { mail, gmailId: id } : { mail, why: 'never received' };
  }
  const [copy] = world.gmail.deliver({ raw: mail.raw, to: [support], from: route.envelopeFrom, at });
  return copy ? { mail, gmailId: copy.id } : { mail, why: 'never received' };
}
