// The bar on top: the time and how it passes, who one is, and the pages.
import { useState } from 'preact/hooks';
import type { Shared } from './app.tsx';
import { post } from './ask.ts';
import { Icon } from './icon.tsx';
import type { Place } from './route.ts';
import { ahead, clockTime, dayAndTime, fromLocalInput, localInput, longDay } from './time-words.ts';

const pages: readonly (readonly [Place['page'], string])[] = [
  ['mail', 'Mail'],
  ['workbook', 'Workbook'],
  ['matrix', 'Matrix'],
  ['hood', 'Under the hood'],
];

export function TopBar(shared: Shared) {
  const { desk, place, go, person } = shared;
  return (
    <header class="top-bar">
      <div class="brand">
        <svg viewBox="0 0 24 24" width="26" height="26" aria-hidden="true">
          <path
            d="M3 20h6v-5h6v-5h6V4"
            fill="none"
            stroke="currentColor"
            stroke-width="3"
            stroke-linecap="round"
            stroke-linejoin="round"
          />
        </svg>
        <span>Tierline</span>
      </div>
      <nav aria-label="Pages">
        {pages.map(([page, name]) => (
          <a
            key={page}
            href={`#page=${page}`}
            aria-current={place.page === page ? 'page' : undefined}
            onClick={(event) => {
              event.preventDefault();
              go({ page });
            }}
          >
            {name}
            {page === 'workbook' && desk.problems > 0 && (
              <span class="badge" title={`${desk.problems} problems`}>
                {desk.problems}
              </span>
            )}
          </a>
        ))}
      </nav>
      <Clock {...shared} />
      <div class="who">
        <label>
          <span class="visually-hidden">Act as</span>
          <select
            aria-label="Act as"
            value={person.email}
            onChange={(event) =>
              go({ person: event.currentTarget.value, box: '', thread: '', label: '', folder: 'inbox' })
            }
          >
            {desk.people.map(({ email, name, role }) => (
              <option key={email} value={email} selected={email === person.email}>
                {name} ({role})
              </option>
            ))}
          </select>
        </label>
        <select
          aria-label="Language of Gmail"
          class="language"
          value={place.locale || 'en'}
          onChange={(event) => go({ locale: event.currentTarget.value })}
        >
          {languages.map(([code, name]) => (
            <option key={code} value={code} selected={(place.locale || 'en') === code}>
              {name}
            </option>
          ))}
        </select>
        <button
          type="button"
          class="tool phone-switch"
          aria-pressed={place.phone}
          title="As on a phone"
          onClick={() => go({ phone: !place.phone })}
        >
          <Icon name="phone" alt="As on a phone" />
        </button>
      </div>
    </header>
  );
}

const languages = [
  ['en', 'English'],
  ['de', 'Deutsch'],
  ['no', 'Norsk'],
  ['nl', 'Nederlands'],
] as const;

const speeds: readonly (readonly [number, string])[] = [
  [0, 'Time stands'],
  [1 / 60, 'As in life'],
  [1, '1 min a second'],
  [5, '5 min a second'],
  [30, '30 min a second'],
];

function Clock({ desk, say }: Shared) {
  const [choosing, setChoosing] = useState(false);
  const { now, timeZone, speed, passing, nextDeadline, nextMail } = desk;
  const ask = (what: string, given: object = {}): void => {
    post(what, given).catch((error: Error) => say(error.message));
  };
  const at = passing?.at ?? now;
  return (
    <section class="clock" aria-label="The clock">
      <button
        type="button"
        class="now"
        aria-expanded={choosing}
        title={longDay(at, timeZone)}
        onClick={() => setChoosing(!choosing)}
      >
        <span class="date">{dayAndTime(at, timeZone).replace(/,? \d{2}:\d{2}$/, '')}</span>
        <span class="time">{clockTime(at, timeZone)}</span>
      </button>
      {passing || speed > 0 ? (
        <button type="button" class="tool" onClick={() => ask('halt')}>
          <Icon name="pause" />
          Halt
        </button>
      ) : (
        <button
          type="button"
          class="tool"
          title="Let a minute a second pass"
          onClick={() => ask('speed', { speed: 1 })}
        >
          <Icon name="play" alt="Let time pass" />
        </button>
      )}
      <button
        type="button"
        class="tool primary"
        disabled={!nextDeadline || passing !== null}
        title={
          nextDeadline
            ? `${nextDeadline.ticket}: ${nextDeadline.clock} is due ${dayAndTime(nextDeadline.due, timeZone)}`
            : 'No deadline ahead'
        }
        onClick={() => ask('next deadline')}
      >
        <Icon name="next" />
        <span>Next deadline</span>
        {nextDeadline && <small>{ahead(now, nextDeadline.due)}</small>}
      </button>
      {choosing && (
        <div class="clock-panel">
          <h2>{longDay(at, timeZone)}</h2>
          <label>
            Speed
            <select
              value={String(speed)}
              onChange={(event) => ask('speed', { speed: Number(event.currentTarget.value) })}
            >
              {speeds.map(([value, words]) => (
                <option key={value} value={String(value)} selected={value === speed}>
                  {words}
                </option>
              ))}
            </select>
          </label>
          <div class="steps">
            {[15, 60, 240, 1440].map((minutes) => (
              <button
                key={minutes}
                type="button"
                class="tool"
                onClick={() => ask('pass to', { until: now + minutes * 60_000 })}
              >
                +{minutes < 60 ? `${minutes} min` : minutes === 1440 ? '1 day' : `${minutes / 60} h`}
              </button>
            ))}
          </div>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              const until = fromLocalInput(String(new FormData(event.currentTarget).get('until')), timeZone);
              if (until !== null) ask('pass to', { until });
            }}
          >
            <label>
              Go to
              <input
                type="datetime-local"
                name="until"
                defaultValue={localInput(now + 3_600_000, timeZone)}
              />
            </label>
            <button type="submit" class="tool">
              Go
            </button>
          </form>
          {nextDeadline && (
            <p>
              Next deadline: <b>{nextDeadline.ticket}</b>, {nextDeadline.clock},{' '}
              {dayAndTime(nextDeadline.due, timeZone)}.
            </p>
          )}
          {nextMail && (
            <p>
              {nextMail.left} mails of the sample are still to come, the next {ahead(now, nextMail.at)}.
            </p>
          )}
          <button
            type="button"
            class="tool"
            onClick={() => confirm('Start the story over? What you did is lost.') && ask('start over')}
          >
            Start over
          </button>
        </div>
      )}
    </section>
  );
}
