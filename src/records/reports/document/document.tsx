import type { VNode } from 'preact';
import { dateInWords } from '../../../core/plain-date.ts';
import { standaloneDocument } from '../../../platform/components/standalone-document.tsx';
import { DEFINITIONS, definitionAnchor, FIGURE_NAMES } from '../weekly-report/definitions.ts';
import { LINKS_WITHIN } from './links.ts';
import { ReportBody, type ShownReport } from './report-body.tsx';
import { WeekNamed } from './week-named.tsx';

function DefinitionsOfAll(): VNode {
  return (
    <section>
      <h2 class="govuk-heading-m">What the figures mean</h2>
      {FIGURE_NAMES.map((figure) => {
        const { name, definition, source } = DEFINITIONS[figure];
        return (
          <div key={figure} id={definitionAnchor(figure)}>
            <h3 class="govuk-heading-s">{name}</h3>
            <p class="govuk-body-s">
              {definition} Source: {source}.
            </p>
          </div>
        );
      })}
    </section>
  );
}

/** The report as one HTML file that needs nothing beside it: accessible, printable, its definitions inside. */
export function reportDocument(shown: ShownReport): string {
  const { authority, weekEnding } = shown.report;
  return standaloneDocument({
    title: `Weekly placements report, week ending ${dateInWords(weekEnding)} – ${authority.name}`,
    content: (
      <>
        <span class="govuk-caption-l">
          {authority.name} – <WeekNamed week={shown.report} />
        </span>
        <h1 class="govuk-heading-l">Weekly placements report</h1>
        <ReportBody shown={shown} links={LINKS_WITHIN} />
        <DefinitionsOfAll />
      </>
    ),
  });
}
