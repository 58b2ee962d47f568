// Counts what a script asks of Google: calls that leave the runtime, their typical seconds, and HTTP requests.

export interface CallCount {
  /** Calls that left the runtime. A `fetchAll` is one. */
  readonly total: number;
  /** What they typically take together. */
  readonly seconds: number;
  readonly byMethod: Readonly<Record<string, number>>;
  /** HTTP requests, those inside a `fetchAll` and of advanced services included. */
  readonly requests: number;
  readonly requestsByMethod: Readonly<Record<string, number>>;
  /** Calls that stay in the runtime, such as Utilities and Session. */
  readonly local: number;
}

export interface Calls extends CallCount {
  record(method: string, milliseconds: number): void;
  recordRequest(method: string): void;
  recordLocal(): void;
  reset(): void;
  /** A copy of the count as it is now. */
  count(): CallCount;
  /** What was called while `work` ran. */
  during(work: () => unknown): CallCount;
}

export function createCalls(): Calls {
  let total = 0;
  let milliseconds = 0;
  let requests = 0;
  let local = 0;
  let byMethod: Record<string, number> = {};
  let requestsByMethod: Record<string, number> = {};

  const count = (): CallCount => ({
    total,
    seconds: milliseconds / 1000,
    byMethod: { ...byMethod },
    requests,
    requestsByMethod: { ...requestsByMethod },
    local,
  });

  return {
    get total() {
      return total;
    },
    get seconds() {
      return milliseconds / 1000;
    },
    get byMethod() {
      return { ...byMethod };
    },
    get requests() {
      return requests;
    },
    get requestsByMethod() {
      return { ...requestsByMethod };
    },
    get local() {
      return local;
    },
    record: (method, spent) => {
      total += 1;
      milliseconds += spent;
      byMethod[method] = (byMethod[method] ?? 0) + 1;
    },
    recordRequest: (method) => {
      requests += 1;
      requestsByMethod[method] = (requestsByMethod[method] ?? 0) + 1;
    },
    recordLocal: () => {
      local += 1;
    },
    reset: () => {
      total = milliseconds = requests = local = 0;
      byMethod = {};
      requestsByMethod = {};
    },
    count,
    during: (work) => {
      const before = count();
      work();
      return difference(count(), before);
    },
  };
}

function difference(after: CallCount, before: CallCount): CallCount {
  return {
    total: after.total - before.total,
    seconds: Math.round((after.seconds - before.seconds) * 1000) / 1000,
    byMethod: subtract(after.byMethod, before.byMethod),
    requests: after.requests - before.requests,
    requestsByMethod: subtract(after.requestsByMethod, before.requestsByMethod),
    local: after.local - before.local,
  };
}

function subtract(after: Readonly<Record<string, number>>, before: Readonly<Record<string, number>>) {
  const rest: Record<string, number> = {};
  for (const [name, times] of Object.entries(after)) {
    const more = times - (before[name] ?? 0);
    if (more > 0) rest[name] = more;
  }
  return rest;
}
