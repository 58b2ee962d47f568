// Utilities: digests, base64, blobs, dates as text, and waiting.
import { createHash, createHmac } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { exception } from '../failure.ts';
import type { Execution } from '../runtime/execution.ts';
import { bytesOf, dateOf, isBytes, numberOf, textOf, wrongArguments } from './arguments.ts';
import { blob, blobDataOf, encode, newBlob } from './blob.ts';
import { javaDate } from './java-date.ts';

const digests: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};
const macs: Readonly<Record<string, string>> = {
  HMAC_MD5: 'md5',
  HMAC_SHA_1: 'sha1',
  HMAC_SHA_256: 'sha256',
  HMAC_SHA_384: 'sha384',
  HMAC_SHA_512: 'sha512',
};

export function utilities(run: Execution): object {
  const { realm, ground } = run;
  const names = (table: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.keys(table).map((name) => [name, name]));

  function hmac(what: string, algorithm: string, args: readonly unknown[]): Uint8Array {
    const [value, key, charset] = args;
    // Both strings or both bytes: Apps Script has no overload that mixes them.
    const both = (typeof value === 'string' && typeof key === 'string') || (isBytes(value) && isBytes(key));
    if (!both) wrongArguments(what, args);
    return createHmac(algorithm, raw(key, what, charset))
      .update(raw(value, what, charset))
      .digest();
  }

  const members: Record<string, (...args: unknown[]) => unknown> = {
    computeDigest: (algorithm, value, charset) => {
      const name = digests[String(algorithm)];
      if (!name) wrongArguments('Utilities.computeDigest', [algorithm, value]);
      return createHash(name as string)
        .update(raw(value, 'Utilities.computeDigest', charset))
        .digest();
    },
    computeHmacSha256Signature: (...args) => hmac('Utilities.computeHmacSha256Signature', 'sha256', args),
    computeHmacSignature: (algorithm, ...args) => {
      const name = macs[String(algorithm)];
      if (!name) wrongArguments('Utilities.computeHmacSignature', [algorithm, ...args]);
      return hmac('Utilities.computeHmacSignature', name as string, args);
    },
    base64Encode: (data, charset) => raw(data, 'Utilities.base64Encode', charset).toString('base64'),
    base64EncodeWebSafe: (data, charset) =>
      raw(data, 'Utilities.base64EncodeWebSafe', charset)
        .toString('base64')
        .replace(/\+/g, '-')
        .replace(/\//g, '_'),
    base64Decode: (data) => base64(data, 'Utilities.base64Decode', /^[A-Za-z0-9+/]*={0,2}$/),
    base64DecodeWebSafe: (data) => base64(data, 'Utilities.base64DecodeWebSafe', /^[A-Za-z0-9_-]*={0,2}$/),
    newBlob: (...args) => newBlob(realm, args),
    gzip: (given, name) => {
      const data = blobDataOf(given);
      if (!data) wrongArguments('Utilities.gzip', [given]);
      const packed = gzipSync(data?.bytes ?? new Uint8Array());
      return blob(realm, {
        bytes: packed,
        contentType: 'application/x-gzip',
        name: typeof name === 'string' ? name : null,
      });
    },
    ungzip: (given) => {
      const data = blobDataOf(given);
      if (!data) wrongArguments('Utilities.ungzip', [given]);
      // Refuses a blob that does not say it is gzip.
      if (data?.contentType !== 'application/x-gzip' && data?.contentType !== 'application/gzip') {
        throw exception('Invalid argument: the blob must be of type application/x-gzip');
      }
      return blob(realm, { bytes: gunzipSync(data.bytes), contentType: null, name: null });
    },
    getUuid: () => uuid(ground.random),
    formatDate: (date, timeZone, pattern) =>
      javaDate(
        dateOf(date, 'Utilities.formatDate'),
        textOf(timeZone, 'Utilities.formatDate'),
        textOf(pattern, 'Utilities.formatDate'),
      ),
    sleep: (milliseconds) => {
      const wait = numberOf(milliseconds, 'Utilities.sleep');
      if (wait > 300_000) throw exception('Invalid argument: sleep lasts 300000 ms at most');
      ground.clock.advance(wait);
    },
  };
  const local = Object.entries(members).map(
    ([name, member]) =>
      [
        name,
        (...args: unknown[]) => {
          run.local();
          return member(...args);
        },
      ] as const,
  );
  return realm.service('Utilities', {
    ...Object.fromEntries(local),
    DigestAlgorithm: realm.service('DigestAlgorithm', { ...names(digests), MD2: 'MD2' }),
    MacAlgorithm: realm.service('MacAlgorithm', names(macs)),
    Charset: realm.service('Charset', { US_ASCII: 'US-ASCII', UTF_8: 'UTF-8' }),
  });
}

function raw(given: unknown, what: string, charset: unknown): Buffer {
  return typeof given === 'string' ? encode(given, charset) : bytesOf(given, what);
}

function base64(given: unknown, what: string, alphabet: RegExp): Uint8Array {
  const text = textOf(given, what).replace(/[\r\n]/g, '');
  if (!alphabet.test(text)) throw exception('Could not decode string.');
  return new Uint8Array(Buffer.from(text.replace(/-/g, '+').replace(/_/g, '/'), 'base64'));
}

function uuid(random: () => number): string {
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (letter) =>
    (letter === 'x' ? Math.floor(random() * 16) : 8 + Math.floor(random() * 4)).toString(16),
  );
}
