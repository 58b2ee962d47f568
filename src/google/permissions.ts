// Which of the needed permissions the person has not given: Google's consent page lets each be left out.
import type { Card } from '../cards/card.ts';
import type { Reader } from '../cards/reader.ts';
import { type Scope, scopesCard } from '../cards/trouble.ts';

const auth = 'https://www.googleapis.com/auth/';

const scopes: Readonly<Record<Scope, string>> = {
  metadata: `${auth}gmail.addons.current.message.metadata`,
  request: `${auth}script.external_request`,
  email: `${auth}userinfo.email`,
  compose: `${auth}gmail.addons.current.action.compose`,
  modify: `${auth}gmail.modify`,
};

/** The types of 2025 do not know that scopes can be asked for one by one. */
interface Authorization extends GoogleAppsScript.Script.AuthorizationInfo {
  getAuthorizedScopes?(): readonly string[];
}

interface Missing {
  readonly scopes: readonly Scope[];
  /** Google's page where they can be given. */
  readonly address: string | null;
}

/** The card that asks for what is missing; null where all of these are given. */
export function permitted(needed: readonly Scope[], reader: Reader): Card | null {
  const missing = missingPermissions(needed);
  return missing ? scopesCard(missing.scopes, missing.address, reader) : null;
}

function missingPermissions(needed: readonly Scope[]): Missing | null {
  const info: Authorization = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
  if (!info.getAuthorizedScopes) return null;
  const given = info.getAuthorizedScopes();
  const lacking = needed.filter((scope) => !given.includes(scopes[scope]));
  return lacking.length > 0 ? { scopes: lacking, address: info.getAuthorizationUrl() || null } : null;
}
