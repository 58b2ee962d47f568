// Faults a test plants: at the n-th call that matches, something goes wrong as it does with Google.

/**
 * `kill` ends the execution there, and the script cannot catch it; `timeout` is a request that never answers;
 * `rateLimit` is what the called API says when asked too often; `lock denied` makes a lock stay with somebody else.
 */
export type Fault =
  | 'kill'
  | 'timeout'
  | 'rateLimit'
  | 'lock denied'
  | { readonly status: number; readonly reason: string; readonly message?: string };

export interface Match {
  /** A method such as `properties.set` or `gmail.users.messages.get`, `urlfetch.fetch`, or a pattern; absent: every call. */
  readonly method?: string | RegExp;
  /** Only calls of this script. */
  readonly script?: string;
  /** The effect is done, only the answer is lost. */
  readonly after?: boolean;
}

/** One point where a fault can strike: a call that leaves the runtime, or one HTTP request within it. */
export interface Point {
  readonly method: string;
  readonly script: string;
  /** True for a request inside a UrlFetch call: it is met only by rules that name a method. */
  readonly inner: boolean;
}

export interface TriggerFault {
  readonly kind: 'late' | 'skip' | 'double' | 'dead';
  /** The trigger's function; absent: any. */
  readonly function?: string;
  /** How late. */
  readonly minutes?: number;
  /** How many firings it concerns; absent: one, for `dead`: all to come. */
  readonly times?: number;
}

export interface Faults {
  /** Strikes once, at the n-th matching call from now (1 is the next). */
  at(n: number, match: Match, fault: Fault): void;
  /** Strikes at every matching call until `clear`. */
  always(match: Match, fault: Fault): void;
  trigger(fault: TriggerFault): void;
  /** Runs before every call that leaves the runtime; a second run of a script from here is a race. */
  beforeCall(hook: ((point: Point) => void) | null): void;
  clear(): void;
  /** True when a planted single fault has struck or none was planted. */
  struck(): boolean;
}

/** What the runtime asks at each point. */
export interface Struck {
  readonly before: Fault | null;
  readonly after: Fault | null;
}

export interface FaultSource extends Faults {
  meet(point: Point): Struck;
  /** True when a lock is to be denied now. */
  meetLock(script: string): boolean;
  meetTrigger(name: string): TriggerFault | null;
}

interface Rule {
  left: number;
  readonly forever: boolean;
  readonly match: Match;
  readonly fault: Fault;
}

export function createFaults(): FaultSource {
  let rules: Rule[] = [];
  let triggerRules: { left: number; fault: TriggerFault }[] = [];
  let hook: ((point: Point) => void) | null = null;
  let hooked = false;

  function callHook(point: Point): void {
    if (!hook || hooked || point.inner) return;
    hooked = true;
    try {
      hook(point);
    } finally {
      hooked = false;
    }
  }

  return {
    at: (n, match, fault) => {
      rules.push({ left: n, forever: false, match, fault });
    },
    always: (match, fault) => {
      rules.push({ left: 1, forever: true, match, fault });
    },
    trigger: (fault) => {
      triggerRules.push({
        left: fault.times ?? (fault.kind === 'dead' ? Number.POSITIVE_INFINITY : 1),
        fault,
      });
    },
    beforeCall: (given) => {
      hook = given;
    },
    clear: () => {
      rules = [];
      triggerRules = [];
      hook = null;
    },
    struck: () => rules.every((rule) => rule.forever),
    meet: (point) => {
      callHook(point);
      let before: Fault | null = null;
      let after: Fault | null = null;
      for (const rule of rules) {
        if (rule.fault === 'lock denied' || !meets(rule.match, point)) continue;
        if (!rule.forever) rule.left -= 1;
        if (!rule.forever && rule.left > 0) continue;
        if (rule.match.after) after ??= rule.fault;
        else before ??= rule.fault;
      }
      rules = rules.filter((rule) => rule.forever || rule.left > 0);
      return { before, after };
    },
    meetLock: (script) => {
      const point = { method: 'lock.try', script, inner: false };
      const rule = rules.find(({ fault, match }) => fault === 'lock denied' && meets(match, point));
      if (!rule) return false;
      if (!rule.forever) rule.left -= 1;
      const denied = rule.forever || rule.left === 0;
      if (!rule.forever && denied) rules = rules.filter((other) => other !== rule);
      return denied;
    },
    meetTrigger: (name) => {
      const rule = triggerRules.find(({ fault }) => fault.function === undefined || fault.function === name);
      if (!rule) return null;
      rule.left -= 1;
      if (rule.left <= 0) triggerRules = triggerRules.filter((other) => other !== rule);
      return rule.fault;
    },
  };
}

function meets(match: Match, point: Point): boolean {
  if (match.script !== undefined && match.script !== point.script) return false;
  if (match.method === undefined) return !point.inner;
  return typeof match.method === 'string' ? match.method === point.method : match.method.test(point.method);
}
