// What an imitated service throws at a script: a name, a message and, for Google's APIs, details.

/** Error answers of an advanced service carry these in `details`. */
export interface GoogleErrorDetails {
  readonly code: number;
  readonly message: string;
  readonly errors?: readonly { readonly reason: string; readonly domain: string; readonly message: string }[];
}

/** Thrown by services on the world's side; the runtime turns it into an error of the script's own realm. */
export class Failure extends Error {
  readonly details: GoogleErrorDetails | undefined;

  constructor(name: string, message: string, details?: GoogleErrorDetails) {
    super(message);
    this.name = name;
    this.details = details;
  }
}

/** Apps Script's services throw errors that are called `Exception`. */
export function exception(message: string): Failure {
  return new Failure('Exception', message);
}

/** The script asked for something the world does not imitate: never answered by a guess. */
export function unknownToTheWorld(what: string): Failure {
  return new Failure('TypeError', `${what} is not a function: the world does not know it`);
}

/** Thrown on the world's side when a test or a tool uses the world wrongly. */
export class WorldError extends Error {
  override readonly name = 'WorldError';
}
