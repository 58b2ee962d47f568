// Google's error answers: which code, reason and words Gmail uses, and the JSON they travel in.

export interface Failure extends Error {
  readonly gmail: true;
  readonly code: number;
  readonly reason: string;
  readonly status: string;
  readonly domain: string;
  readonly details?: readonly object[];
}

interface Kind {
  readonly code: number;
  readonly reason: string;
  readonly status: string;
  readonly domain?: string;
  readonly details?: readonly object[];
}

function failure(message: string, kind: Kind): Failure {
  return Object.assign(new Error(message), {
    gmail: true as const,
    domain: 'global',
    ...kind,
  });
}

export function isFailure(error: unknown): error is Failure {
  return error instanceof Error && 'gmail' in error;
}

export const invalid = (message: string): Failure =>
  failure(message, {
    code: 400,
    reason: 'invalidArgument',
    status: 'INVALID_ARGUMENT',
  });

export const badField = (message: string): Failure =>
  failure(message, {
    code: 400,
    reason: 'invalid',
    status: 'INVALID_ARGUMENT',
  });

export const tooLarge = (limit: number): Failure =>
  failure(`Media is too large. Limit: ${limit}`, {
    code: 413,
    reason: 'uploadTooLarge',
    status: 'INVALID_ARGUMENT',
  });

export const unauthenticated = (): Failure =>
  failure('Request had invalid authentication credentials.', {
    code: 401,
    reason: 'authError',
    status: 'UNAUTHENTICATED',
  });

export const notFound = (message = 'Requested entity was not found.'): Failure =>
  failure(message, { code: 404, reason: 'notFound', status: 'NOT_FOUND' });

export const noSuchMethod = (): Failure =>
  failure('Not Found', { code: 404, reason: 'notFound', status: 'NOT_FOUND' });

export const conflict = (message: string): Failure =>
  failure(message, {
    code: 409,
    reason: 'aborted',
    status: 'ABORTED',
  });

export const delegationDenied = (email: string): Failure =>
  failure(`Delegation denied for ${email}`, {
    code: 403,
    reason: 'forbidden',
    status: 'PERMISSION_DENIED',
  });

export const forbidden = (message: string): Failure =>
  failure(message, {
    code: 403,
    reason: 'forbidden',
    status: 'PERMISSION_DENIED',
  });

export const scopeMissing = (method: string): Failure =>
  failure('Request had insufficient authentication scopes.', {
    code: 403,
    reason: 'insufficientPermissions',
    status: 'PERMISSION_DENIED',
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
        domain: 'googleapis.com',
        metadata: { service: 'gmail.googleapis.com', method },
      },
    ],
  });

export const tooFast = (): Failure =>
  failure(
    "Quota exceeded for quota metric 'Queries' and limit 'Queries per minute per user' of service 'gmail.googleapis.com' for consumer 'project_number:1'.",
    {
      code: 403,
      reason: 'rateLimitExceeded',
      status: 'PERMISSION_DENIED',
      domain: 'usageLimits',
    },
  );

export const sendingLimit = (retryAt: number): Failure =>
  failure(`User-rate limit exceeded.  Retry after ${new Date(retryAt).toISOString()}`, {
    code: 429,
    reason: 'rateLimitExceeded',
    status: 'RESOURCE_EXHAUSTED',
    domain: 'usageLimits',
  });

/** `{ error: { code, message, errors: [...], status } }` as Google's servers write it. */
export function failureBody(of: Failure): object {
  const message = of.reason === 'insufficientPermissions' ? 'Insufficient Permission' : of.message;
  return {
    error: {
      code: of.code,
      message: of.message,
      errors: [{ message, domain: of.domain, reason: of.reason }],
      status: of.status,
      ...(of.details ? { details: of.details } : {}),
    },
  };
}
