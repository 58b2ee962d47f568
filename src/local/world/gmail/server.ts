// The imitated Gmail on a real port, so that Google's own client can talk to it.

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Api, Caller, HttpRequest, HttpResponse } from '../http.ts';

export interface ServedGmail {
  /** For example `http://127.0.0.1:40123/`: the client's `rootUrl`. */
  readonly url: string;
  close(): Promise<void>;
}

export interface Serving {
  /** Whose bearer token this is; null for a token nobody has. */
  who(token: string): Caller | null;
  /** Sees every request with its answer. */
  watch?(request: HttpRequest, response: HttpResponse): void;
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function headersOf(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
}

const nobody: HttpResponse = {
  status: 401,
  headers: { 'content-type': 'application/json; charset=UTF-8' },
  body: JSON.stringify({
    error: {
      code: 401,
      message: 'Request had invalid authentication credentials.',
      errors: [{ message: 'Invalid Credentials', domain: 'global', reason: 'authError' }],
      status: 'UNAUTHENTICATED',
    },
  }),
};

/** Listens on localhost only, on a free port. */
export async function serveGmail(gmail: Api, { who, watch }: Serving): Promise<ServedGmail> {
  const server = createServer(async (incoming, outgoing) => {
    const request: HttpRequest = {
      method: incoming.method ?? 'GET',
      url: `https://${gmail.hosts[0]}${incoming.url}`,
      headers: headersOf(incoming),
      body: await bodyOf(incoming),
    };
    const caller = who((request.headers.authorization ?? '').replace(/^Bearer /, ''));
    try {
      const response = caller ? gmail.handle(request, caller) : nobody;
      watch?.(request, response);
      outgoing.writeHead(response.status, response.headers).end(response.body);
    } catch (error) {
      outgoing.writeHead(500).end(error instanceof Error ? error.message : 'failed');
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
