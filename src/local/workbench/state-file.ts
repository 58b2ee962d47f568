// Keeps a bench in one file, replaced in one move, so that a crash leaves the old one or the new one whole.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { form, type KeptBench } from './bench.ts';

export interface StateFile<T> {
  /** Null where there is none, or none that this version can read. */
  read(): T | null;
  write(value: T): void;
  remove(): void;
}

export function stateFile<T>(path: string): StateFile<T> {
  return {
    read: () => {
      if (!existsSync(path)) return null;
      try {
        return deserialize(readFileSync(path)) as T;
      } catch {
        return null;
      }
    },
    write: (value) => {
      mkdirSync(dirname(path), { recursive: true });
      const aside = `${path}.${process.pid}.tmp`;
      writeFileSync(aside, serialize(value));
      renameSync(aside, path);
    },
    remove: () => rmSync(path, { force: true }),
  };
}

/** A kept bench of this version's form. */
export const readable = (saved: KeptBench | null): KeptBench | null => (saved?.form === form ? saved : null);
