// The workbench's door: plain HTTP on this computer only, for its own page and nobody else's.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export interface Asked {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Buffer;
  readonly name: string | null;
}

export interface Answered {
  readonly status?: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  /** Offered as a file of that name. */
  readonly download?: string;
}

export type Answer = (asked: Asked, method: 'GET' | 'POST') => Promise<Answered | null>;

const largestBody = 80_000_000;

/** Nothing from elsewhere, no scripts but ours, no frames but what the page writes itself. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const safety = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

export interface Hosting {
  readonly port: number;
  readonly address: string;
  /** Tells every open page that something changed. */
  announce(): void;
  close(): Promise<void>;
}

/** Takes the port, or another one where it is taken. */
export async function host(port: number, answer: Answer): Promise<Hosting> {
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const refused = refusal(request, portOf(server));
    if (refused) return end(response, { status: 403, type: 'text/plain', body: refused });
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/api/changes') return subscribe(response, listeners);
    respond(request, url, answer).then(
      (answered) => end(response, answered),
      (error: unknown) => end(response, { status: 500, type: 'text/plain', body: wordsOf(error) }),
    );
  });
  await listening(server, port);
  const at = portOf(server);
  const beat = setInterval(() => {
    for (const one of listeners) one.write(': still here\n\n');
  }, 20_000);
  beat.unref();
  return {
    port: at,
    address: `http://localhost:${at}/`,
    announce: () => {
      for (const one of listeners) one.write('data: changed\n\n');
    },
    close: () => {
      clearInterval(beat);
      for (const one of listeners) one.end();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/**
 * A page from elsewhere must not reach us, not even by a name that it had pointed at this computer (Host), nor by
 * a form or fetch of its own (Origin, Sec-Fetch-Site).
 */
function refusal({ headers, method = 'GET' }: IncomingMessage, port: number): string | null {
  const own = [`localhost:${port}`, `127.0.0.1:${port}`];
  if (!own.includes(headers.host ?? '')) return 'This address is for this computer only.';
  if (method !== 'GET' && method !== 'POST') return 'Only GET and POST.';
  const { origin } = headers;
  if (origin !== undefined && !own.some((each) => origin === `http://${each}`))
    return 'Not from another page.';
  const site = headers['sec-fetch-site'];
  if (method === 'POST' && site !== undefined && site !== 'same-origin' && site !== 'none')
    return 'Not from another page.';
  if (method === 'POST' && headers['x-workbench'] === undefined) return 'Not from another page.';
  return null;
}

async function respond(request: IncomingMessage, url: URL, answer: Answer): Promise<Answered> {
  const method = request.method === 'POST' ? 'POST' : 'GET';
  const name = request.headers['x-file-name'];
  const body = method === 'POST' ? await bodyOf(request) : Buffer.alloc(0);
  const asked: Asked = {
    path: url.pathname,
    query: url.searchParams,
    body,
    name: typeof name === 'string' ? decodeURIComponent(name) : null,
  };
  const answered = await answer(asked, method);
  return answered ?? { status: 404, type: 'text/plain', body: 'There is nothing here.' };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) throw new Error('That is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function subscribe(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { ...safety, 'content-type': 'text/event-stream' });
  response.write('data: hello\n\n');
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
}

function end(response: ServerResponse, { status = 200, type, body, download }: Answered): void {
  const offered = download
    ? { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(download)}` }
    : {};
  response.writeHead(status, {
    ...safety,
    'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
    ...offered,
  });
  response.end(body);
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' || port === 0) return reject(error);
      listening(server, 0).then(resolve, reject);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}
