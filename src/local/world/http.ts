// How the imitated Google APIs are called: HTTP as plain data, without a network.

export interface HttpRequest {
  readonly method: string;
  /** Absolute, with its query. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Whose token a request carries, and what the token may do. */
export interface Caller {
  readonly email: string;
  /** OAuth scopes as full addresses. */
  readonly scopes: readonly string[];
}

/** One imitated API, for example Gmail: it answers every request as Google would, errors as statuses. */
export interface Api {
  /** Host names it answers for, for example `gmail.googleapis.com`. */
  readonly hosts: readonly string[];
  handle(request: HttpRequest, caller: Caller): HttpResponse;
}

/** The world's one clock. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}
