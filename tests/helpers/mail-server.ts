// A real SMTP server on a free port of the loopback: keeps what it was sent, and refuses when it is told to.

import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';
import { createPatience } from './patience.ts';

export interface Received {
  from: string;
  to: string[];
  /** Names in lower case; folded lines are one. */
  headers: Map<string, string>;
  /** As it came. */
  raw: string;
  /** The plain part, decoded. */
  text: string;
  html: string;
}

export interface MailServer {
  url: string;
  received: Received[];
  /** Recipients that were named, refused ones too. */
  tries: number;
  /** The next recipients are refused with this code. */
  refuse(code: number | undefined): void;
  until: ReturnType<typeof createPatience>['until'];
  close(): Promise<void>;
}

/** Ends with the test. */
export async function startMailServer(port = 0): Promise<MailServer> {
  let refusal: number | undefined;
  const patience = createPatience(() =>
    JSON.stringify({ tries: self.tries, received: self.received.length }),
  );
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo(_address, _session, done) {
      self.tries += 1;
      patience.changed();
      done(refusal === undefined ? null : Object.assign(new Error('not now'), { responseCode: refusal }));
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        const to = envelope.rcptTo.map(({ address }) => address);
        self.received.push(parsed(Buffer.concat(chunks).toString('utf8'), from, to));
        done();
        patience.changed();
      });
    },
  });
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  const self: MailServer = {
    url: '',
    received: [],
    tries: 0,
    refuse(code) {
      refusal = code;
    },
    until: patience.until,
    close,
  };
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  self.url = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`;
  onTestFinished(close);
  return self;
}

function parsed(raw: string, from: string, to: string[]): Received {
  const { headers, body } = split(raw);
  const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '')?.[1] ?? '';
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => split(part.replace(/^\r?\n/, '')));
  const part = (type: string) => {
    const found = parts.find((one) => one.headers.get('content-type')?.startsWith(type));
    const how = found?.headers.get('content-transfer-encoding') ?? '7bit';
    return found ? decoded(found.body, how).replaceAll('\r\n', '\n') : '';
  };
  return { from, to, headers, raw, text: part('text/plain'), html: part('text/html') };
}

function split(text: string): { headers: Map<string, string>; body: string } {
  const end = text.indexOf('\r\n\r\n');
  const lines = text
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
  return { headers, body: text.slice(end + 4) };
}

function decoded(body: string, encoding: string): string {
  const text = body.replace(/\r\n$/, '');
  if (encoding === 'base64') return Buffer.from(text, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return text;
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
