import { connect } from 'node:net';

/** Bytes sent over a connection exactly as written, and all that came back until the server ended it. */
export function sendRaw(origin: string, bytes: string | Buffer): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((ended) => {
    const socket = connect(Number(port), hostname);
    const pieces: Buffer[] = [];
    socket.on('data', (piece) => pieces.push(piece));
    // A server that ends a connection with something unread resets it.
    socket.on('error', () => undefined);
    socket.on('close', () => ended(Buffer.concat(pieces).toString()));
    socket.write(bytes);
  });
}

/** The head of a POST, with as many bytes of body announced as given; `Connection: close` unless it is to be seen who ends it. */
export function postHead(
  path: string,
  contentType: string,
  length: number,
  more: Readonly<Record<string, string>> = {},
): string {
  const headers = {
    Host: 'localhost',
    'Content-Type': contentType,
    'Content-Length': String(length),
    ...more,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `POST ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
}

/** One field of a multipart body whose boundary is `AAA` (RFC 7578). */
export function fieldPart(name: string, value: string): string {
  return `--AAA\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
}

/** The beginning of a file in such a body; what follows is its content. */
export function filePart(name: string, filename: string): string {
  return `--AAA\r\nContent-Disposition: form-data; name="${name}"; filename="${filename}"\r\n\r\n`;
}
