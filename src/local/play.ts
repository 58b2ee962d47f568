// Plays the archive: lets time pass to each mail, posts it, and at the end lets time pass to the end.

import type { Calendar } from '../complaints/calendar.ts';
import type { Reading } from './archive-reading.ts';
import type { Arrival } from './arrival.ts';
import { type Click, click, clickAt, letPeopleClick } from './clicks.ts';
import { costMeter, passingOver } from './idle.ts';
import type { MailFile } from './mail-files.ts';
import type { Office } from './office.ts';
import { routeOf } from './post.ts';
import type { OnProgress } from './simulate.ts';
import { type Usage, usage } from './usage.ts';
import type { ExecutionRecord } from './world/world.ts';

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
  /** Executions that did not end well. */
  readonly failures: readonly ExecutionRecord[];
  readonly usage: Usage;
}

export interface Clicking {
  readonly readings: ReadonlyMap<MailFile, Reading>;
  readonly calendar: Calendar;
}

export interface Score {
  readonly arrivals: readonly Arrival[];
  /** Every address of the support mailbox. */
  readonly support: readonly string[];
  readonly from: number;
  readonly until: number;
  /** What people click in the sidebar beside which mail, when their calendar is open; null: nobody clicks. */
  readonly clicks: Clicking | null;
  /** True: run even the ticks that cannot change anything. */
  readonly everyTick?: boolean;
}

export function play(desk: Office, score: Score, onProgress: OnProgress): Posted {
  const mails: PostedMail[] = [];
  const leftOut: LeftOut[] = [];
  const failures: ExecutionRecord[] = [];
  const spent = usage();
  const measure = costMeter(desk.world, desk.support);
  const passOver = score.everyTick ? () => [] : passingOver(desk);
  const { from, until, arrivals } = score;
  const passTo = (instant: number): void =>
    desk.world.advanceTo(Math.max(instant, desk.world.now()), {
      onExecution: (execution) => {
        if (execution.status !== 'completed') failures.push(execution);
        const cost = measure();
        spent.executed(desk.world.quota(desk.support), execution.startedAt);
        for (const tick of passOver(execution, cost, instant)) spent.passedOver(tick);
        onProgress({ at: execution.endedAt, from, until, mails: mails.length, of: arrivals.length });
      },
    });
  const clicks: Click[] = [];
  const clickUntil = (instant: number): void => {
    for (let next = clicks[0]; next && next.at <= instant; next = clicks[0]) {
      clicks.shift();
      passTo(next.at);
      click(desk, next);
      measure();
    }
  };
  if (score.clicks) letPeopleClick(desk);
  for (const arrival of arrivals) {
    clickUntil(arrival.at);
    passTo(arrival.at);
    const posted = post(desk, arrival, score.support);
    if ('gmailId' in posted) mails.push(posted);
    else leftOut.push(posted);
    const click = 'gmailId' in posted && score.clicks && clickBeside(posted, arrival, score.clicks);
    if (click) clicks.splice(clicks.filter(({ at }) => at <= click.at).length, 0, click);
  }
  clickUntil(until);
  passTo(until);
  return { mails, leftOut, failures, usage: spent };
}

function clickBeside(
  { mail, gmailId }: PostedMail,
  { at: arrived }: Arrival,
  { readings, calendar }: Clicking,
): Click | null {
  const because = readings.get(mail);
  const at = because && clickAt(arrived, because, calendar);
  return because && at ? { at, gmailId, because } : null;
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
