import type { VNode } from 'preact';
import type { CaseFile } from './case-file.ts';
import { nameThen } from './people-then.tsx';
import { byDay } from './timeline.ts';

const TIME = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' });

/** All that happened, day by day, the newest first. */
export function Timeline({ file: { events, names } }: { readonly file: CaseFile }): VNode {
  if (events.length === 0) return <p class="govuk-body">Nothing has happened yet.</p>;
  return (
    <>
      {byDay(events).map(({ day, events: ofDay }) => (
        <section key={day}>
          <h3 class="govuk-heading-s">{day}</h3>
          <ol class="govuk-list wellplaced-events">
            {ofDay.map(({ at, who, what, words }) => (
              <li>
                <time datetime={at.toISOString()}>{TIME.format(at)}</time>
                <div>
                  {who === undefined ? what : `${nameThen(who, names)} ${what}`}
                  {words !== undefined && <p class="wellplaced-words">{words}</p>}
                </div>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}
