// The implementations the Gmail contract is run against: our imitation, and Vercel's `emulate`.

import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { gmail } from 'googleapis/build/src/apis/gmail';
import { OAuth2Client } from 'googleapis-common';
import { createGmail } from '../../src/local/world/gmail/gmail.ts';
import { type Serving, serveGmail } from '../../src/local/world/gmail/server.ts';
import type { Target } from './gmail-steps.ts';

export interface Running extends Target {
  close(): Promise<void>;
}

const email = 'support@example.com';
const token = 'token-of-support';

function client(rootUrl: string): Target['api'] {
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: token, expiry_date: Date.now() + 3_600_000 });
  return gmail({
    version: 'v1',
    rootUrl,
    auth,
    fetchImplementation: fetch,
    retry: false,
  });
}

export async function startWorld(watch?: Serving['watch']): Promise<Running> {
  const world = createGmail({ clock: { now: () => Date.now() }, unitsPerMinute: 1e6 });
  world.addMailbox(email);
  const caller = { email, scopes: ['https://mail.google.com/'] };
  const served = await serveGmail(world, {
    who: (given) => (given === token ? caller : null),
    ...(watch ? { watch } : {}),
  });
  return { api: client(served.url), email, close: served.close };
}

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => found(port));
    });
  });

/** `emulate` is an ES module and jest runs CommonJS: it gets a process of its own. */
function startProcess(port: number): Promise<ChildProcess> {
  const seed = {
    tokens: { [token]: { login: email, scopes: ['https://mail.google.com/'] } },
    google: { users: [{ email, name: 'Support' }] },
  };
  const program = `import { createEmulator } from 'emulate';
    await createEmulator({ service: 'google', port: ${port}, seed: ${JSON.stringify(seed)} });
    console.log('ready');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((ready, failed) => {
    child.stdout.on('data', (text) => {
      if (String(text).includes('ready')) ready(child);
    });
    child.once('exit', () => failed(new Error('emulate did not start')));
  });
}

export async function startEmulate(): Promise<Running> {
  const port = await freePort();
  const child = await startProcess(port);
  return {
    api: client(`http://127.0.0.1:${port}/`),
    email,
    close: () =>
      new Promise((closed) => {
        child.once('exit', () => closed());
        child.kill();
      }),
  };
}
