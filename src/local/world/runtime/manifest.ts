// A script's manifest, as far as the world obeys it.
import { WorldError } from '../failure.ts';

export interface Manifest {
  readonly timeZone: string;
  readonly runtimeVersion: string;
  readonly oauthScopes?: readonly string[];
  readonly urlFetchWhitelist?: readonly string[];
  readonly dependencies?: {
    readonly enabledAdvancedServices?: readonly {
      readonly userSymbol: string;
      readonly serviceId: string;
      readonly version: string;
    }[];
  };
  readonly webapp?: {
    readonly access: 'MYSELF' | 'DOMAIN' | 'ANYONE' | 'ANYONE_ANONYMOUS';
    readonly executeAs: 'USER_ACCESSING' | 'USER_DEPLOYING';
  };
  readonly addOns?: Readonly<Record<string, unknown>>;
}

/** Reads appsscript.json; a field the world does not know stays, a needed one that is missing is refused. */
export function readManifest(given: unknown): Manifest {
  if (typeof given !== 'object' || given === null) throw new WorldError('a manifest is an object');
  const manifest = given as Partial<Manifest>;
  if (manifest.runtimeVersion !== 'V8')
    throw new WorldError('the world runs V8 only: set runtimeVersion to V8');
  if (!manifest.timeZone) throw new WorldError('the manifest has no timeZone');
  if (!manifest.oauthScopes) {
    throw new WorldError('the manifest names no oauthScopes; the world does not guess them from the code');
  }
  return manifest as Manifest;
}
