// Real mail into the imitated world: an SMTP server on this computer, for swaks or any mail program.
import { SMTPServer } from 'smtp-server';

export interface Received {
  readonly raw: Uint8Array;
  readonly from: string;
  readonly to: readonly string[];
}

export interface Smtp {
  readonly port: number;
  close(): Promise<void>;
}

const largest = 25_000_000;

export interface SmtpOptions {
  readonly port: number;
  /** Says no by throwing: the sender is told why. */
  readonly accept: (mail: Received) => Promise<void>;
  /** True for an address of the world. */
  readonly knows: (address: string) => boolean;
}

/** Listens on 127.0.0.1 only; null where the port is taken. */
export function listen({ port, accept, knows }: SmtpOptions): Promise<Smtp | null> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    hideSTARTTLS: true,
    logger: false,
    size: largest,
    onRcptTo: ({ address }, _session, callback) =>
      callback(knows(address) ? null : refusal(550, `Nobody here has the address ${address}`)),
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (stream.sizeExceeded) return callback(refusal(552, 'The mail is too large'));
        const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
        const to = session.envelope.rcptTo.map(({ address }) => address);
        accept({ raw: Buffer.concat(chunks), from, to }).then(
          () => callback(null, 'Delivered'),
          () => callback(refusal(451, 'Not delivered')),
        );
      });
    },
  });
  server.on('error', () => {});
  return new Promise((resolve) => {
    server.server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.server.address();
      const at = typeof address === 'object' && address !== null ? address.port : port;
      resolve({ port: at, close: () => new Promise((done) => server.close(() => done())) });
    });
  });
}

const refusal = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode });
