// OAuth tokens: who carries one, what it may do, and until when.
import type { Caller, Clock } from './http.ts';

export interface Tokens {
  issue(caller: Caller): string;
  /** Whose token it is; null when unknown or expired. */
  caller(token: string): Caller | null;
  snapshot(): unknown;
  restore(snapshot: unknown): void;
}

interface Issued {
  readonly caller: Caller;
  readonly until: number;
}

/** An access token lasts an hour. */
const lifetime = 3_600_000;

export function createTokens(clock: Clock): Tokens {
  let issued: Record<string, Issued> = {};
  let serial = 0;

  function sweep(): void {
    const now = clock.now();
    for (const [token, { until }] of Object.entries(issued)) if (until <= now) delete issued[token];
  }

  return {
    issue: (caller) => {
      const same = Object.entries(issued).find(
        ([, { caller: other, until }]) =>
          until > clock.now() + lifetime / 2 &&
          other.email === caller.email &&
          other.scopes.join(' ') === caller.scopes.join(' '),
      );
      if (same) return same[0];
      sweep();
      serial += 1;
      const token = `ya29.world-${serial}`;
      issued[token] = { caller, until: clock.now() + lifetime };
      return token;
    },
    caller: (token) => {
      const found = issued[token];
      return found && found.until > clock.now() ? found.caller : null;
    },
    snapshot: () => ({ issued: structuredClone(issued), serial }),
    restore: (snapshot) => {
      const given = snapshot as { issued: Record<string, Issued>; serial: number };
      issued = structuredClone(given.issued);
      serial = given.serial;
    },
  };
}
