import { expect, test } from 'vitest';
import { ENDINGS, mediaTypeOf } from './file-kinds.ts';

const bytes = (...values: readonly (string | number[])[]) =>
  Buffer.concat(
    values.map((one) => (typeof one === 'string' ? Buffer.from(one, 'latin1') : Buffer.from(one))),
  );
const ZIP = [0x50, 0x4b, 3, 4];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const wide = (text: string) => [...Buffer.from(text, 'utf16le')];

const DOCX = bytes(ZIP, '..[Content_Types].xml..word/document.xml');
const PDF = bytes('%PDF-1.7 and more');
const PNG = bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'x');
const MAIL = bytes('Received: by x\r\n  folded\r\nFrom: a@example.org\r\nSubject: b\r\n\r\nHello');

test.each([
  ['letter.pdf', PDF, 'application/pdf'],
  ['LETTER.PDF', PDF, 'application/pdf'],
  ['plan.docx', DOCX, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  [
    'costs.xlsx',
    bytes(ZIP, '[Content_Types].xml', 'xl/workbook.xml'),
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ],
  ['scan.png', PNG, 'image/png'],
  ['photo.jpeg', bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF'), 'image/jpeg'],
  ['mail.msg', bytes(COMPOUND, wide('__properties_version1.0')), 'application/vnd.ms-outlook'],
  ['mail.eml', MAIL, 'message/rfc822'],
  ['notes.txt', bytes('Café on a line\r\nand another\t.'), 'text/plain'],
  ['rows.csv', Buffer.from('a,b\nñ,£2\n'), 'text/csv'],
])('%s is taken for what it holds', (name, content, mediaType) => {
  expect(mediaTypeOf(name, content)).toEqual({ ok: true, mediaType });
});

test.each([
  ['empty.txt', Buffer.alloc(0), 'The file is empty'],
  ['letter.pdf', PNG, 'The file is called .pdf, but what it holds is: PNG picture'],
  ['letter.pdf', bytes('MZ\x90\0'), 'but what it holds is: something else'],
  ['program.exe', bytes('MZ\x90\0'), 'A file must be one of: PDF, Word document'],
  ['page.html', bytes('<script>alert(1)</script>'), 'A file must be one of'],
  ['picture.svg', bytes('<svg onload="x"/>'), 'A file must be one of'],
  ['noending', PDF, 'A file must be one of'],
  ['.pdf', PNG, 'but what it holds'],
  [
    'macros.docx',
    bytes(ZIP, '[Content_Types].xml word/document.xml word/vbaProject.bin'),
    'holds macros',
  ],
  ['locked.docx', bytes(COMPOUND, wide('EncryptedPackage')), 'protected by a password'],
  [
    'book.docx',
    bytes(ZIP, '[Content_Types].xml xl/workbook.xml'),
    'what it holds is: Excel workbook',
  ],
  ['any.zip', bytes(ZIP, 'hello'), 'A file must be one of'],
  ['old.msg', bytes(COMPOUND, wide('WordDocument')), 'but what it holds is: something else'],
  ['mail.eml', bytes('Dear all,\nthis is no mail'), 'but what it holds is: text file (TXT)'],
  ['binary.txt', bytes('text\0with a null'), 'but what it holds is: something else'],
])('%s is refused in words', (name, content, words) => {
  const type = mediaTypeOf(name, content);
  expect(type.ok ? 'taken' : type.why).toContain(words);
});

test('a browser offers the kinds that are taken', () => {
  expect(ENDINGS).toBe('.pdf,.docx,.xlsx,.png,.jpg,.jpeg,.msg,.eml,.txt,.csv');
});

test('a long file that is nearly a mail is looked at in no time', () => {
  const started = performance.now();
  mediaTypeOf('mail.eml', bytes('a:\n \n'.repeat(400_000)));
  mediaTypeOf('mail.eml', bytes('a'.repeat(2_000_000)));
  expect(performance.now() - started).toBeLessThan(2_000);
});

test('looks through the headers of a long e-mail once, with and without a sender', () => {
  const lines = Array.from({ length: 500 }, (_, at) => `X-Note-${at}: bar\r\n`).join('');
  expect(mediaTypeOf('a.eml', Buffer.from(`${lines}From: a@b.example\r\n`)).ok).toBe(true);
  expect(mediaTypeOf('a.eml', Buffer.from(`${lines}From: a@b.example\r\n${lines}\r\nx`)).ok).toBe(
    true,
  );
  expect(mediaTypeOf('a.eml', Buffer.from(`${lines}words`)).ok).toBe(false);
  expect(mediaTypeOf('a.pdf', Buffer.from('a:\r\n'.repeat(20_000))).ok).toBe(false);
});
