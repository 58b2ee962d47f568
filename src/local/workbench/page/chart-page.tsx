// The escalation matrix as a chart: each row a path from tier to tier, with people and times; made to be printed.
import type { ChartView, PolicyView } from '../views.ts';
import type { Shared } from './app.tsx';
import { useAsk } from './ask.ts';
import { Icon } from './icon.tsx';
import { dayAndTime } from './time-words.ts';

export function ChartPage({ serial, go }: Shared) {
  const { value: chart, error } = useAsk<ChartView>('chart', serial);
  if (!chart) return <p class="empty">{error ?? 'Drawing ...'}</p>;
  return (
    <div class="chart">
      <header class="chart-head">
        <div>
          <h1>Escalation procedure of {chart.company}</h1>
          <p class="quiet">
            As of {dayAndTime(chart.printedAt, chart.timeZone)}, rules {chart.version.slice(0, 8)}. The row
            with most conditions that fits a ticket decides.
          </p>
        </div>
        <div class="no-print">
          <button type="button" class="tool" onClick={() => go({ page: 'workbook', tab: 'Matrix' })}>
            <Icon name="edit" size={18} /> Change the matrix
          </button>
          <button type="button" class="tool primary" onClick={() => print()}>
            <Icon name="print" size={18} /> Print
          </button>
        </div>
      </header>
      <div class="tier-heads" style={{ '--tiers': chart.tiers.length }} aria-hidden="true">
        <span>For</span>
        {chart.tiers.map((name, index) => (
          <span key={name}>
            Tier {index + 1} · {name}
          </span>
        ))}
      </div>
      {chart.policies.map((policy) => (
        <Path key={policy.row} policy={policy} />
      ))}
      <section class="chart-calendars">
        <h2>Working time</h2>
        <ul>
          {chart.calendars.map(({ name, text }) => (
            <li key={name}>
              <b>{name}</b> {text}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Path({ policy }: { readonly policy: PolicyView }) {
  const { applies, tiers, targets, ladder, startTier, calendar, row } = policy;
  const [main = '', ...more] = applies;
  return (
    <section class="path" style={{ '--tiers': tiers.length }} aria-label={applies.join(', ')}>
      <div class="path-for">
        <h2>{main}</h2>
        {more.map((text) => (
          <p key={text} class="condition">
            {text}
          </p>
        ))}
        <p class="quiet">
          Matrix row {row} · {calendar}
        </p>
        <dl>
          {targets.map(({ clock, time }) => (
            <div key={clock}>
              <dt>{clock}</dt>
              <dd>{time}</dd>
            </div>
          ))}
        </dl>
      </div>
      <ol class="steps-of-path">
        {tiers.map(({ name, owners, time }, index) => (
          <li key={name} class={index + 1 < startTier ? 'skipped' : ''} style={{ '--step': index }}>
            <div class="tier-name">
              Tier {index + 1} <span>{name}</span>
              {index + 1 === startTier && <em>starts here</em>}
            </div>
            {index + 1 < startTier ? (
              <p class="quiet">not used</p>
            ) : (
              <>
                <ul>
                  {owners.map((owner, at) => (
                    <li key={owner}>{at === 0 ? owner : `else ${owner}`}</li>
                  ))}
                </ul>
                <p class="time-at-tier">
                  <Icon name="schedule" size={16} /> {time ? `${time}, then on` : 'until solved'}
                </p>
              </>
            )}
          </li>
        ))}
      </ol>
      {ladder.length > 0 && (
        <details class="ladder" open>
          <summary>{ladder.length} steps when time runs short</summary>
          <ul>
            {ladder.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
