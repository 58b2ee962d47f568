// What the world keeps of one script project between executions: plain data, so that it can be stored.

import type { Screen } from '../screen.ts';
import type { Trigger } from '../triggers.ts';
import type { ExecutionKind } from './execution.ts';
import type { Manifest } from './manifest.ts';

export interface LogLine {
  readonly at: number;
  readonly level: 'log' | 'info' | 'warn' | 'error' | 'debug';
  readonly text: string;
}

export interface ExecutionRecord {
  readonly id: number;
  readonly function: string;
  readonly kind: ExecutionKind;
  readonly user: string;
  readonly startedAt: number;
  readonly endedAt: number;
  /** `killed`: ended by Google or by a planted fault; `refused`: it was not even begun. */
  readonly status: 'completed' | 'failed' | 'timed out' | 'killed' | 'refused';
  readonly error: string | null;
}

export interface CacheItem {
  readonly value: string;
  readonly until: number;
}

export type Store = Record<string, string>;
export type CacheStore = Record<string, CacheItem>;

export interface ScriptState {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  code: string;
  manifest: Manifest;
  /** Who may edit the project, the owner included. */
  editors: string[];
  /** Scopes by person. */
  grants: Record<string, string[]>;
  /** The spreadsheet that the project belongs to; absent: it stands alone. */
  readonly container?: string;
  /** What each person sees of it. */
  screens?: Record<string, Screen>;
  properties: Store;
  userProperties: Record<string, Store>;
  cache: CacheStore;
  userCache: Record<string, CacheStore>;
  triggers: Trigger[];
  logs: LogLine[];
  executions: ExecutionRecord[];
  /** Executions by id that hold a lock; `lockedElsewhereUntil` is a lock planted by a test. */
  lockHolder: number | null;
  userLockHolders: Record<string, number>;
  lockedElsewhereUntil: number;
}
