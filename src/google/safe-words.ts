// What of an error may go to the log: its own words only where the desk wrote them.

/**
 * Google's exceptions name addresses, and a broken JSON text is quoted in the error about it: of these the log gets the
 * kind of error and the function. `Error` itself is thrown by nobody but the desk.
 */
export function safeWords(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  if (error.name === 'Error') return error.message;
  const [, where = ''] = /\n\s+at ([\w.$]+)/.exec(error.stack ?? '') ?? [];
  return where ? `${error.name} in ${where}` : error.name;
}
