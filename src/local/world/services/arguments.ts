// Reads what a script hands to a service, and refuses what the service's signature does not take.
import { exception } from '../failure.ts';

/** The words Apps Script uses when no overload fits. */
export function wrongArguments(what: string, args: readonly unknown[]): never {
  const types = args.map((arg) => (arg === null ? '(null)' : Array.isArray(arg) ? 'number[]' : typeof arg));
  throw exception(`The parameters (${types.join(',')}) don't match the method signature for ${what}.`);
}

export function textOf(given: unknown, what: string): string {
  return typeof given === 'string' ? given : wrongArguments(what, [given]);
}

export function numberOf(given: unknown, what: string): number {
  return typeof given === 'number' && Number.isFinite(given) ? given : wrongArguments(what, [given]);
}

/** Java's bytes: -128 to 127, as an array of the script. */
export function isBytes(given: unknown): given is readonly number[] {
  return (
    Array.isArray(given) &&
    given.every((byte) => Number.isInteger(byte) && (byte as number) >= -128 && (byte as number) <= 127)
  );
}

export function bytesOf(given: unknown, what: string): Buffer {
  return isBytes(given) ? Buffer.from(Int8Array.from(given).buffer) : wrongArguments(what, [given]);
}

/** Plain data of the script's realm as plain data of ours. */
export function plainOf(given: unknown): unknown {
  return given === undefined ? undefined : JSON.parse(JSON.stringify(given));
}

/** An options object; a key that is not listed is refused. */
export function optionsOf(
  given: unknown,
  what: string,
  known: readonly string[],
): Readonly<Record<string, unknown>> {
  if (given === undefined || given === null) return {};
  if (typeof given !== 'object') wrongArguments(what, [given]);
  for (const key of Object.keys(given)) {
    if (!known.includes(key)) throw exception(`${what}: the world does not know the option '${key}'`);
  }
  return given as Readonly<Record<string, unknown>>;
}

/** Instants: a Date of any realm. */
export function dateOf(given: unknown, what: string): Date {
  return Object.prototype.toString.call(given) === '[object Date]'
    ? new Date(Number(given))
    : wrongArguments(what, [given]);
}
