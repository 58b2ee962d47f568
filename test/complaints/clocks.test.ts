import * as fc from 'fast-check';
import {
  type ClockQuestion,
  clocksOf,
  customerUpdatePeriods,
  nextResponsePeriods,
} from '../../src/complaints/clocks.ts';
import type { Allowance, Span } from '../../src/complaints/time.ts';
import { calendar, hours, local, minutes, pause } from './calendars.ts';

const oslo = calendar();
const at = (wall: string) => local(oslo, `2026-11-18 ${wall}`); // a Wednesday
const next = (wall: string) => local(oslo, `2026-11-19 ${wall}`);
const seconds = (amount: number): Allowance => ({ unit: 'seconds', amount });
const customer = (when: number) => ({ at: when, by: 'customer' as const });
const agent = (when: number) => ({ at: when, by: 'agent' as const });
const allClocks = (pauses: readonly Span[]) => ({
  firstResponse: pauses,
  nextResponse: pauses,
  customerUpdate: pauses,
  resolution: pauses,
});

/** Opened on a Wednesday at 10:00; targets 1 h, 2 h, 4 h and 6 h; looked at at 16:00. */
const ticket = (given: Partial<ClockQuestion> = {}): ClockQuestion => ({
  calendar: oslo,
  opened: at('10:00'),
  messages: [],
  resolvedAt: null,
  pauses: allClocks([]),
  targets: {
    firstResponse: seconds(hours(1)),
    nextResponse: seconds(hours(2)),
    customerUpdate: seconds(hours(4)),
    resolution: seconds(hours(6)),
  },
  now: at('16:00'),
  ...given,
});

describe('first response', () => {
  test('runs from the opening until an agent writes', () => {
    const clocks = clocksOf(ticket({ messages: [agent(at('10:45')), agent(at('12:00'))] }));
    expect(clocks.firstResponse).toEqual({
      running: false,
      start: at('10:00'),
      due: at('11:00'),
      metAt: at('10:45'),
      seconds: minutes(45),
      breached: false,
      breachedAt: null,
    });
  });

  test('is breached one second after its target, and not at it', () => {
    const answered = (when: number) => clocksOf(ticket({ messages: [agent(when)] })).firstResponse;
    expect(answered(at('11:00'))?.breached).toBe(false);
    expect(answered(at('11:00') + 1000)).toMatchObject({ breached: true, breachedAt: at('11:00') });
    expect(answered(at('11:00') + 1)).toMatchObject({ breached: true, breachedAt: at('11:00') });
  });

  test('is breached while nobody has answered', () => {
    expect(clocksOf(ticket()).firstResponse).toMatchObject({
      running: true,
      breached: true,
      seconds: hours(6),
    });
  });

  test('due at closing is not breached before the next opening has passed', () => {
    const late = { opened: at('16:00'), now: next('09:00') };
    expect(clocksOf(ticket(late)).firstResponse).toMatchObject({ due: at('17:00'), breached: false });
    expect(clocksOf(ticket({ ...late, now: next('09:00') + 1000 })).firstResponse?.breached).toBe(true);
  });

  test('is met by resolving without an answer', () => {
    const clocks = clocksOf(ticket({ resolvedAt: at('10:30'), messages: [agent(at('11:30'))] }));
    expect(clocks.firstResponse).toMatchObject({ running: false, metAt: at('10:30'), breached: false });
  });

  test('is not met by a mail from before the opening', () => {
    const clocks = clocksOf(ticket({ messages: [agent(at('09:30')), customer(at('09:00'))] }));
    expect(clocks.firstResponse).toMatchObject({ running: true, start: at('10:00') });
    expect(clocks.nextResponse).toMatchObject({ start: at('10:00') });
  });
});

describe('next response', () => {
  test('runs from the first unanswered message, the opening one included', () => {
    const nothing = clocksOf(ticket({ messages: [customer(at('11:00')), customer(at('12:00'))] }));
    expect(nothing.nextResponse).toMatchObject({ start: at('10:00'), due: at('12:00') });
    const asked = [agent(at('10:30')), customer(at('14:00')), customer(at('15:00'))];
    expect(clocksOf(ticket({ messages: asked })).nextResponse).toMatchObject({
      running: true,
      start: at('14:00'),
      due: at('16:00'),
      seconds: hours(2),
      breached: false,
    });
  });

  test('does not run while everything is answered or the ticket is resolved', () => {
    expect(
      clocksOf(ticket({ messages: [customer(at('10:10')), agent(at('10:30'))] })).nextResponse,
    ).toBeNull();
    expect(clocksOf(ticket({ resolvedAt: at('12:30') })).nextResponse).toBeNull();
  });

  test('a late answer is a breach even if nobody looked in between', () => {
    const messages = [agent(at('10:30')), customer(at('11:00')), agent(at('14:00')), customer(at('15:00'))];
    expect(clocksOf(ticket({ messages })).nextResponse?.breached).toBe(false);
    expect(nextResponsePeriods(ticket({ messages }))).toMatchObject([
      { start: at('10:00'), metAt: at('10:30'), breached: false, running: false },
      { start: at('11:00'), metAt: at('14:00'), breached: true, breachedAt: at('13:00'), running: false },
      { start: at('15:00'), metAt: null, breached: false, running: true },
    ]);
  });

  test('resolving ends the wait', () => {
    const periods = nextResponsePeriods(
      ticket({ resolvedAt: at('13:00'), messages: [customer(at('14:00'))] }),
    );
    expect(periods).toMatchObject([{ start: at('10:00'), metAt: at('13:00'), breached: true }]);
  });

  test('messages may come in any order', () => {
    const messages = [customer(at('14:00')), agent(at('10:30'))];
    expect(clocksOf(ticket({ messages })).nextResponse).toMatchObject({ start: at('14:00') });
  });
});

describe('customer update', () => {
  test('is renewed by every mail to the customer', () => {
    const messages = [agent(at('11:00')), customer(at('12:00')), agent(at('13:30'))];
    const clocks = clocksOf(ticket({ messages }));
    expect(clocks.customerUpdate).toMatchObject({ start: at('13:30'), due: next('09:30'), seconds: 9000 });
  });

  test('lists every stretch of silence, the too long ones as breaches', () => {
    const messages = [agent(at('10:30')), agent(at('15:00'))];
    expect(customerUpdatePeriods(ticket({ messages }))).toMatchObject([
      { start: at('10:00'), metAt: at('10:30'), breached: false },
      { start: at('10:30'), metAt: at('15:00'), breached: true, breachedAt: at('14:30') },
      { start: at('15:00'), metAt: null, breached: false, running: true },
    ]);
  });

  test('ends with the solution', () => {
    const resolved = ticket({ messages: [agent(at('11:00'))], resolvedAt: at('12:00') });
    expect(clocksOf(resolved).customerUpdate).toBeNull();
    expect(customerUpdatePeriods(resolved)).toHaveLength(2);
  });
});

describe('resolution', () => {
  test('runs from the opening to the solution', () => {
    const resolved = clocksOf(ticket({ resolvedAt: at('15:00') })).resolution;
    expect(resolved).toMatchObject({
      running: false,
      metAt: at('15:00'),
      seconds: hours(5),
      breached: false,
    });
    expect(clocksOf(ticket({ resolvedAt: at('16:30'), now: at('16:45') })).resolution).toMatchObject({
      breached: true,
      breachedAt: at('16:00'),
    });
  });

  test('waiting for the customer does not count where it stops the clock', () => {
    const stopped = { ...allClocks([]), resolution: [pause(at('11:00'), at('14:00'))] };
    const clocks = clocksOf(ticket({ pauses: stopped }));
    expect(clocks.resolution).toMatchObject({ seconds: hours(3), due: next('11:00') });
    expect(clocks.firstResponse).toMatchObject({ seconds: hours(6) });
  });

  test('a wait without an end hides the deadline', () => {
    const clocks = clocksOf(ticket({ pauses: allClocks([pause(at('10:30'), null)]) }));
    expect(clocks.resolution).toMatchObject({ due: null, seconds: minutes(30), breached: false });
    expect(clocks.nextDue).toBeNull();
  });

  test('in working days it is due at the same wall time', () => {
    const targets = { ...ticket().targets, resolution: { unit: 'working days', amount: 3 } as const };
    const slow = ticket({ targets, now: local(oslo, '2026-11-23 10:00') });
    expect(clocksOf(slow).resolution).toMatchObject({
      due: local(oslo, '2026-11-23 10:00'),
      breached: false,
    });
    expect(clocksOf({ ...slow, now: slow.now + 1000 }).resolution?.breached).toBe(true);
  });
});

describe('all four', () => {
  test('the next deadline is the earliest of those that run', () => {
    expect(clocksOf(ticket()).nextDue).toEqual({ clock: 'firstResponse', due: at('11:00') });
    const answered = ticket({ messages: [agent(at('10:30'))] });
    expect(clocksOf(answered).nextDue).toEqual({ clock: 'customerUpdate', due: at('14:30') });
    expect(clocksOf(ticket({ resolvedAt: at('10:30') })).nextDue).toBeNull();
  });

  test('a clock without a target is none', () => {
    const none = { firstResponse: null, nextResponse: null, customerUpdate: null, resolution: null };
    expect(clocksOf(ticket({ targets: none }))).toEqual({ ...none, nextDue: null });
    expect(nextResponsePeriods(ticket({ targets: none }))).toEqual([]);
  });

  test('what comes after now has not happened yet', () => {
    const later = ticket({ messages: [agent(at('16:30'))], resolvedAt: at('16:45') });
    expect(clocksOf(later)).toEqual(clocksOf(ticket()));
  });

  test('reopening with clocks that start again counts from the reopening', () => {
    const again = ticket({
      restartedAt: at('15:00'),
      messages: [customer(at('11:00')), customer(at('15:00'))],
      pauses: allClocks([pause(at('12:00'), at('15:00'))]),
    });
    const clocks = clocksOf(again);
    expect(clocks.resolution).toMatchObject({ start: at('15:00'), seconds: hours(1) });
    expect(clocks.customerUpdate).toMatchObject({ start: at('15:00') });
    expect(clocks.firstResponse).toMatchObject({ start: at('10:00'), seconds: hours(3) });
    expect(nextResponsePeriods(again)).toMatchObject([
      { start: at('10:00'), metAt: at('15:00'), seconds: hours(2) },
      { start: at('15:00'), metAt: null },
    ]);
  });

  test('reopening by hand leaves nothing unanswered', () => {
    const again = ticket({
      restartedAt: at('15:00'),
      pauses: allClocks([pause(at('11:30'), at('15:00'))]),
    });
    expect(clocksOf(again).nextResponse).toBeNull();
    expect(nextResponsePeriods(again)).toMatchObject([
      { start: at('10:00'), metAt: at('15:00'), seconds: minutes(90), breached: false },
    ]);
  });

  test('what is over stays as it was, however late one looks', () => {
    const instant = fc.nat({ max: 20_000 }).map((minute) => at('10:00') + minute * 60_000);
    const messages = fc.array(
      fc.record({ at: instant, by: fc.constantFrom('customer' as const, 'agent' as const) }),
    );
    fc.assert(
      fc.property(messages, instant, instant, (sent, a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        for (const periods of [nextResponsePeriods, customerUpdatePeriods]) {
          const over = periods(ticket({ messages: sent, now: early })).filter((one) => !one.running);
          expect(periods(ticket({ messages: sent, now: late })).slice(0, over.length)).toEqual(over);
        }
      }),
    );
  });
});
