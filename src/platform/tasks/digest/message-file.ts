import type { Digest } from './digest.tsx';

/** To whom a message goes and when it was made. */
export interface Envelope {
  readonly to: { readonly name: string; readonly email: string };
  readonly at: Date;
  /** The same for the same message made again, so that a mail system knows it. */
  readonly id: string;
}

const LINE = 76;

function lines(base64: string): string {
  return (base64.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? []).join('\r\n');
}

/** Words of a header in plain letters, whatever is in them (RFC 2047): pieces of at most 75 characters, none in the middle of a letter. */
function headerWords(text: string): string {
  const pieces: string[] = [''];
  for (const letter of text.replaceAll(/[\r\n]+/g, ' ')) {
    const last = pieces.at(-1) ?? '';
    if (Buffer.byteLength(last + letter) > 39) pieces.push(letter);
    else pieces[pieces.length - 1] = last + letter;
  }
  return pieces
    .map((piece) => `=?UTF-8?B?${Buffer.from(piece).toString('base64')}?=`)
    .join('\r\n ');
}

/** Whether it can stand in a header as an address: one, with nothing that would end the line or begin another. */
export function isPlainAddress(email: string): boolean {
  return /^[^\s<>,;:"()[\]\\@]+@[A-Za-z0-9.-]+$/.test(email);
}

function part(type: string, content: string): string {
  return [
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    lines(Buffer.from(content).toString('base64')),
  ].join('\r\n');
}

/**
 * The digest as a message file (RFC 5322) that a mail system sends as it is, once it has put in who
 * sends it: text and page side by side. Throws a RangeError for an address that is not plain.
 */
export function messageFile({ subject, text, html }: Digest, { to, at, id }: Envelope): string {
  if (!isPlainAddress(to.email)) throw new RangeError('the address cannot stand in a message');
  const boundary = `=_wellplaced_${id}`;
  return [
    `To: ${headerWords(to.name)} <${to.email}>`,
    `Subject: ${headerWords(subject)}`,
    `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${id}@wellplaced.invalid>`,
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    part('text/plain', text),
    `--${boundary}`,
    part('text/html', html),
    `--${boundary}--`,
    '',
  ].join('\r\n');
}
