// What the Apps Script API answers when it refuses a request.

export class ScriptRefusal extends Error {
  readonly code: number;
  readonly status: string;

  constructor(code: number, status: string, message: string) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

export const invalid = (message: string): ScriptRefusal =>
  new ScriptRefusal(400, 'INVALID_ARGUMENT', message);
export const asNotFound = (): ScriptRefusal =>
  new ScriptRefusal(404, 'NOT_FOUND', 'Requested entity was not found.');
export const asPermission = (message: string): ScriptRefusal =>
  new ScriptRefusal(403, 'PERMISSION_DENIED', message);
