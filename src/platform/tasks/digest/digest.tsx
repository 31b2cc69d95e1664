import { renderToString } from 'preact-render-to-string';
import { dateInWords, type PlainDate } from '../../../core/plain-date.ts';
import type { WorkFound } from '../load-work.ts';
import { awake } from '../pages/work-at-home.tsx';
import { dueState, type Work } from '../rules.ts';

/** One person’s digest, as a text and as a page, under one subject. */
export interface Digest {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** How many pieces of work stand in it. */
  readonly pieces: number;
}

/** What a digest is made from. */
export interface DigestParts {
  readonly name: string;
  readonly council: string;
  readonly today: PlainDate;
  readonly found: WorkFound;
  /** What a child is called in what leaves the service. */
  readonly pseudonym: (childId: string) => string;
  /** Where people open the service, where that is known. */
  readonly origin: string | undefined;
}

const STATES = { overdue: ' (overdue)', today: ' (today)', soon: '', later: '', 'no day': '' };

/** Never what somebody typed, and no address of a page: both may name a child. */
function lineOf(
  { childId, due, kind, title }: Work,
  { pseudonym, today }: DigestParts,
): { readonly what: string; readonly due: string } {
  const child = childId === undefined ? '' : `, child ${pseudonym(childId)}`;
  return {
    what: `${kind.inWords.one}: ${title}${child}`,
    due: due === undefined ? 'no day' : `due ${dateInWords(due)}${STATES[dueState(due, today)]}`,
  };
}

/**
 * The digest of what waits for one person and their role. It leaves the service: children stand in it
 * under their pseudonyms, without a name, an identifier or a word that somebody typed.
 */
export function digestOf(parts: DigestParts): Digest {
  const { name, council, today, found, origin } = parts;
  const work = awake(found.work);
  const groups = [
    ['Yours', work.filter(({ whose }) => whose === 'mine')],
    ['Your role’s, with nobody yet', work.filter(({ whose }) => whose === 'role')],
  ] as const;
  const heading = `Work that waits for ${name}, ${dateInWords(today)}`;
  const unread = found.unread.map(
    ({ kind, reference }) => `${kind.inWords.several} could not be read (reference ${reference}).`,
  );
  const where = `Open ${origin ?? 'Wellplaced'} to see and do it. You chose to be sent this; choose otherwise there under Home, By message.`;
  const text = [
    heading,
    council,
    '',
    ...unread,
    ...groups.flatMap(([title, group]) => [
      `${title} (${group.length})`,
      ...group.map((each) => {
        const { what, due } = lineOf(each, parts);
        return `- ${what}, ${due}`;
      }),
      '',
    ]),
    where,
    '',
  ].join('\n');
  const page = (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <title>{heading}</title>
      </head>
      <body style="font-family: Arial, sans-serif">
        <h1>{heading}</h1>
        <p>{council}</p>
        {unread.map((each) => (
          <p key={each}>{each}</p>
        ))}
        {groups.map(([title, group]) => (
          <>
            <h2>
              {title} ({group.length})
            </h2>
            <ul>
              {group.map((each) => {
                const { what, due } = lineOf(each, parts);
                return (
                  <li key={each.key}>
                    {what}, {due}
                  </li>
                );
              })}
            </ul>
          </>
        ))}
        <p>{where}</p>
      </body>
    </html>
  );
  return {
    subject: `${council}: ${work.length} waiting for you`,
    text,
    html: `<!DOCTYPE html>${renderToString(page)}`,
    pieces: work.length,
  };
}
