// Blobs: bytes with a type and a name, as Apps Script hands them about.
import { exception } from '../failure.ts';
import type { Realm } from '../runtime/realm.ts';
import { bytesOf, isBytes, textOf, wrongArguments } from './arguments.ts';

interface BlobData {
  bytes: Buffer;
  contentType: string | null;
  name: string | null;
}

const blobs = new WeakMap<object, BlobData>();

/** The bytes of a blob a script hands back; null when it is no blob. */
export function blobDataOf(given: unknown): BlobData | null {
  return typeof given === 'object' && given !== null ? (blobs.get(given) ?? null) : null;
}

export function blob(realm: Realm, data: BlobData): object {
  const self: object = realm.service('Blob', {
    getBytes: () => new Uint8Array(data.bytes),
    getDataAsString: (charset: unknown) => decode(data.bytes, charset),
    getContentType: () => data.contentType,
    setContentType: (type: unknown) => {
      data.contentType = type === null ? null : textOf(type, 'Blob.setContentType');
      return self;
    },
    getName: () => data.name,
    setName: (name: unknown) => {
      data.name = textOf(name, 'Blob.setName');
      return self;
    },
    setBytes: (bytes: unknown) => {
      data.bytes = bytesOf(bytes, 'Blob.setBytes');
      return self;
    },
    setDataFromString: (text: unknown, charset: unknown) => {
      data.bytes = encode(textOf(text, 'Blob.setDataFromString'), charset ?? 'UTF-8');
      return self;
    },
    copyBlob: () => blob(realm, { ...data }),
    isGoogleType: () => false,
  });
  blobs.set(self, data);
  return self;
}

/** `Utilities.newBlob`: bytes or a string. */
export function newBlob(realm: Realm, args: readonly unknown[]): object {
  const [data, contentType, name] = args;
  const bytes =
    typeof data === 'string'
      ? Buffer.from(data, 'utf8')
      : isBytes(data)
        ? bytesOf(data, 'Utilities.newBlob')
        : wrongArguments('Utilities.newBlob', args);
  return blob(realm, {
    bytes,
    contentType:
      typeof contentType === 'string' ? contentType : typeof data === 'string' ? 'text/plain' : null,
    name: typeof name === 'string' ? name : null,
  });
}

/** Without a charset Utilities takes text for US-ASCII: anything else becomes a question mark. */
export function encode(text: string, charset: unknown = 'US-ASCII'): Buffer {
  const name = String(charset).toUpperCase().replace('_', '-');
  if (name === 'UTF-8') return Buffer.from(text, 'utf8');
  if (name === 'US-ASCII') return Buffer.from(text.replace(/[\u{80}-\u{10ffff}]/gu, '?'), 'latin1');
  throw exception(`Invalid argument: ${String(charset)}: the world writes UTF-8 and US-ASCII only`);
}

export function decode(bytes: Uint8Array, charset: unknown): string {
  if (charset === undefined) return Buffer.from(bytes).toString('utf8');
  try {
    return new TextDecoder(String(charset).replace('_', '-')).decode(bytes);
  } catch {
    throw exception(`Invalid argument: ${String(charset)}`);
  }
}
