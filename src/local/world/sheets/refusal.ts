// What the Sheets API answers when it refuses a request.

export class SheetsRefusal extends Error {
  readonly code: number;
  readonly status: string;
  readonly reason: string;

  constructor(code: number, status: string, reason: string, message: string) {
    super(message);
    this.code = code;
    this.status = status;
    this.reason = reason;
  }
}

export function invalid(message: string): SheetsRefusal {
  return new SheetsRefusal(400, 'INVALID_ARGUMENT', 'badRequest', message);
}

export function notFound(): SheetsRefusal {
  return new SheetsRefusal(404, 'NOT_FOUND', 'notFound', 'Requested entity was not found.');
}

export function forbidden(message = 'The caller does not have permission'): SheetsRefusal {
  return new SheetsRefusal(403, 'PERMISSION_DENIED', 'forbidden', message);
}
