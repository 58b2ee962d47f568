// When each clock of a ticket ran: from what to what, told by the instants of its messages.
import type { Instant } from './time.ts';

export interface ClockMessage {
  readonly at: Instant;
  readonly by: 'customer' | 'agent';
}

export interface ClockHistory {
  readonly opened: Instant;
  /** In order. The opening itself is the customer's first message. */
  readonly messages: readonly ClockMessage[];
  readonly resolvedAt: Instant | null;
  /** When it was reopened and its clocks, but for the first response, started again; null: never. */
  readonly restartedAt: Instant | null;
}

export interface Stretch {
  readonly start: Instant;
  /** Null while it runs. */
  readonly metAt: Instant | null;
}

export function firstResponse({ opened, messages, resolvedAt }: ClockHistory): Stretch {
  const answer = messages.find(({ by }) => by === 'agent');
  return { start: opened, metAt: answer?.at ?? resolvedAt };
}

export function resolution({ opened, restartedAt, resolvedAt }: ClockHistory): Stretch {
  return { start: restartedAt ?? opened, metAt: resolvedAt };
}

/** From the first unanswered mail of the customer, the opening one included, to the answer. */
export function nextResponses({
  opened,
  messages,
  resolvedAt,
  restartedAt,
}: ClockHistory): readonly Stretch[] {
  const found: Stretch[] = [];
  let unanswered: Instant | null = opened;
  const settle = (at: Instant | null): void => {
    if (unanswered !== null) found.push({ start: unanswered, metAt: at });
    unanswered = null;
  };
  let restart = restartedAt ?? null;
  for (const { at, by } of messages) {
    if (restart !== null && at >= restart) {
      settle(restart);
      restart = null;
    }
    if (by === 'agent') settle(at);
    else unanswered ??= at;
  }
  settle(restart ?? resolvedAt);
  return found;
}

/** From the opening, and again from every mail to the customer and from a restart, until the ticket is resolved. */
export function customerUpdates({
  opened,
  messages,
  resolvedAt,
  restartedAt,
}: ClockHistory): readonly Stretch[] {
  const told = messages.filter(({ by }) => by === 'agent').map(({ at }) => at);
  const again = restartedAt == null ? [] : [restartedAt];
  const starts = [...new Set([opened, ...told, ...again])].sort((a, b) => a - b);
  return starts.flatMap((start, index) => {
    const metAt = starts[index + 1] ?? resolvedAt;
    return metAt === start ? [] : [{ start, metAt }];
  });
}
