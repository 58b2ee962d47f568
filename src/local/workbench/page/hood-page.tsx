// Under the hood: what the last actions cost, the day's quota, triggers, journal, outbox, and faults to plant.
import type { ComponentChildren } from 'preact';
import type { HoodView } from '../views.ts';
import type { Shared } from './app.tsx';
import { post, useAsk } from './ask.ts';
import { words } from './feed.tsx';
import { dayAndTime } from './time-words.ts';

const mishaps: readonly (readonly [string, string])[] = [
  ['lose the next call', 'The desk’s next call gets no answer.'],
  ['lose the next answer', 'The next call is done, but its answer is lost.'],
  ['kill the next tick', 'Google ends the next tick in the middle.'],
  ['rate limit', 'Gmail says: too many calls.'],
  ['late trigger', 'The next tick comes 15 minutes late.'],
  ['trigger fires twice', 'The next tick runs two times.'],
  ['trigger skips an hour', 'Sixty ticks do not come.'],
  ['expired history', 'Gmail forgets what is new in the mailbox.'],
  ['desk unreachable', 'The sidebar gets no answer until you clear this.'],
];

const quotaWords: Readonly<Record<string, string>> = {
  urlfetch: 'Web requests',
  properties: 'Script properties',
  recipients: 'Mail recipients',
  gmailUnits: 'Gmail units',
  mailReadWrite: 'Mail read and write',
  triggerSeconds: 'Trigger time, seconds',
};

export function HoodPage({ desk, serial, say }: Shared) {
  const { value: hood, error } = useAsk<HoodView>('hood', serial);
  if (!hood) return <p class="empty">{error ?? 'Looking ...'}</p>;
  const ask = (what: string, given: object = {}): void => {
    post(what, given).catch((failure: Error) => say(failure.message));
  };
  const when = (at: number): string => dayAndTime(at, desk.timeZone);
  return (
    <div class="hood">
      <Panel title="Calls to Google by the last actions">
        {hood.actions.length === 0 && <p class="quiet">Open a mail, press a button, or let the desk tick.</p>}
        <button type="button" class="tool" onClick={() => ask('tick')}>
          Let the desk tick now
        </button>
        <ul class="actions">
          {hood.actions.slice(0, 12).map((action) => (
            <Action key={action.serial} action={action} when={when} />
          ))}
        </ul>
      </Panel>
      <Panel title="Plant a fault">
        <div class="mishaps">
          {mishaps.map(([name, what]) => (
            <button
              key={name}
              type="button"
              class="tool"
              title={what}
              onClick={() => ask('mishap', { name })}
            >
              <b>{name}</b>
              <small>{what}</small>
            </button>
          ))}
        </div>
        {hood.planted.length > 0 && (
          <p>
            Planted: {hood.planted.join(', ')}.{' '}
            <button type="button" class="link" onClick={() => ask('no mishaps')}>
              Clear all
            </button>
          </p>
        )}
      </Panel>
      <Panel title="The desk’s quota of the day">
        <table>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Used</th>
              <th scope="col">Of</th>
              <th scope="col">Share</th>
            </tr>
          </thead>
          <tbody>
            {hood.quota.map(({ name, used, limit, share }) => (
              <tr key={name}>
                <th scope="row">{quotaWords[name] ?? name}</th>
                <td>{used.toLocaleString('en')}</td>
                <td>{limit.toLocaleString('en')}</td>
                <td>
                  <meter
                    value={Math.min(1, share)}
                    max={1}
                    high={0.7}
                    optimum={0}
                    aria-label={`${quotaWords[name] ?? name}: ${(share * 100).toFixed(1)} %`}
                  />{' '}
                  {(share * 100).toFixed(1)} %
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {hood.passedTicks > 0 && (
          <p class="quiet">
            Counts {hood.passedTicks} ticks that were passed over because they would have done nothing.
          </p>
        )}
      </Panel>
      <Panel title="Triggers">
        <table>
          <tbody>
            {hood.triggers.map(({ script, name, when: schedule, due, dead }, index) => (
              <tr key={index}>
                <th scope="row">
                  {script}.{name}
                </th>
                <td>{schedule}</td>
                <td>{dead ? 'dead' : due === null ? '' : `next ${when(due)}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <h3>Last executions</h3>
        <table>
          <tbody>
            {hood.executions
              .slice(0, 12)
              .map(({ script, name, user, at, seconds, status, error: why }, index) => (
                <tr key={index} class={status === 'completed' ? '' : 'failed'}>
                  <th scope="row">
                    {script}.{name}
                  </th>
                  <td>{user.split('@')[0]}</td>
                  <td>{when(at)}</td>
                  <td>{seconds.toFixed(1)} s</td>
                  <td>{status === 'completed' ? '' : `${status}${why ? `: ${why}` : ''}`}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </Panel>
      <Panel title="Journal">
        <table>
          <tbody>
            {hood.journal
              .filter(({ what }) => what !== 'mail')
              .slice(0, 25)
              .map((one) => (
                <tr key={one.serial}>
                  <td>{when(one.at)}</td>
                  <th scope="row">{one.ticket}</th>
                  <td>
                    <b>{words(one)}</b> {one.reason}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </Panel>
      <Panel title="Outbox">
        <table>
          <tbody>
            {hood.outbox.slice(0, 25).map(([id, decided, , ticket, kind, to, what]) => (
              <tr key={id}>
                <td>{decided ? when(Date.parse(decided)) : ''}</td>
                <th scope="row">{ticket}</th>
                <td>{kind}</td>
                <td>{to}</td>
                <td>{what}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      <Panel title="Health, as the desk tells it">
        <table>
          <tbody>
            {hood.health.map(([what, value, advice], index) => (
              <tr key={index}>
                <th scope="row">{what}</th>
                <td>{value}</td>
                <td>{advice}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
    </div>
  );
}

function Panel({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="panel">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Action({
  action,
  when,
}: {
  readonly action: HoodView['actions'][number];
  readonly when: (at: number) => string;
}) {
  const scripts = [...new Set(action.calls.map(({ script }) => script))];
  return (
    <li>
      <div>
        <b>{action.what}</b>{' '}
        <span class="quiet">
          {when(action.at)}, about {action.seconds} s at Google
        </span>
      </div>
      {scripts.length === 0 && <span class="quiet">no calls</span>}
      {scripts.map((script) => {
        const mine = action.calls.filter((call) => call.script === script);
        const total = mine.reduce((sum, { times }) => sum + times, 0);
        const most = action.budget?.[script];
        const over = most !== undefined && total > most;
        return (
          <div key={script} class={over ? 'cost over' : 'cost'}>
            <span class="cost-total">
              {script}: {total}
              {most === undefined ? '' : ` of at most ${most}`} {most === undefined ? '' : over ? '✗' : '✓'}
            </span>
            {mine.map(({ method, times }) => (
              <code key={method}>
                {method}
                {times > 1 ? ` ×${times}` : ''}
              </code>
            ))}
          </div>
        );
      })}
    </li>
  );
}
