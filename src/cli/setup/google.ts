// Google's own clients for the four APIs that setting up needs, with the sign-in that clasp keeps.
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { drive, type drive_v3 } from 'googleapis/build/src/apis/drive';
import { gmail, type gmail_v1 } from 'googleapis/build/src/apis/gmail';
import { auth, script, type script_v1 } from 'googleapis/build/src/apis/script';
import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets';

export type Requests = readonly sheets_v4.Schema$Request[];
export type Seen = sheets_v4.Schema$Spreadsheet;
export type RemoteFile = script_v1.Schema$File;

export interface SignIn {
  readonly email: string;
  readonly scopes: readonly string[];
}

export interface Google {
  readonly sheets: sheets_v4.Sheets;
  readonly gmail: gmail_v1.Gmail;
  readonly script: script_v1.Script;
  readonly drive: drive_v3.Drive;
  /** Who is signed in, and what they allowed this program. */
  signIn(): Promise<SignIn>;
  /** For the door, which wants to know who calls. */
  token(): Promise<string>;
}

/** Where the APIs are, by name; Google's own addresses unless told. */
export interface Addresses {
  readonly sheets?: string;
  readonly gmail?: string;
  readonly script?: string;
  readonly drive?: string;
  readonly tokenInfo?: string;
  /** Google's client asks again by itself after some failures, unless told not to. */
  readonly retry?: boolean;
}

export interface Credentials {
  readonly client_id?: string;
  readonly client_secret?: string;
  readonly refresh_token?: string;
  readonly access_token?: string;
  readonly expiry_date?: number;
}

/** What clasp saved when this person signed in; null where they never did. */
export function savedSignIn(file = join(homedir(), '.clasprc.json'), user = 'default'): Credentials | null {
  try {
    const { tokens } = JSON.parse(readFileSync(file, 'utf8')) as { tokens?: Record<string, Credentials> };
    return tokens?.[user] ?? null;
  } catch {
    return null;
  }
}

export function openGoogle(credentials: Credentials, at: Addresses = {}): Google {
  // Node's own fetch: the client would fetch another one when it is first needed.
  const client = new auth.OAuth2({
    transporterOptions: { fetchImplementation: fetch },
    ...(credentials.client_id ? { clientId: credentials.client_id } : {}),
    ...(credentials.client_secret ? { clientSecret: credentials.client_secret } : {}),
    ...(at.tokenInfo ? { endpoints: { tokenInfoUrl: at.tokenInfo } } : {}),
  });
  const { refresh_token, access_token, expiry_date } = credentials;
  client.setCredentials({
    ...(refresh_token ? { refresh_token } : {}),
    ...(access_token ? { access_token } : {}),
    ...(expiry_date ? { expiry_date } : {}),
  });
  const options = (rootUrl: string | undefined) => ({
    auth: client,
    fetchImplementation: fetch,
    retry: at.retry ?? true,
    ...(rootUrl ? { rootUrl } : {}),
  });
  const token = async (): Promise<string> => (await client.getAccessToken()).token ?? '';
  return {
    sheets: sheets({ version: 'v4', ...options(at.sheets) }),
    gmail: gmail({ version: 'v1', ...options(at.gmail) }),
    script: script({ version: 'v1', ...options(at.script) }),
    drive: drive({ version: 'v3', ...options(at.drive) }),
    signIn: async () => {
      const { email = '', scopes } = await client.getTokenInfo(await token());
      return { email: email.toLowerCase(), scopes };
    },
    token,
  };
}
