import type { VNode } from 'preact';
import { counted, listed } from '../../../../core/english.ts';
import { dateInWords } from '../../../../core/plain-date.ts';
import { InsetText } from '../../../../platform/components/messages.tsx';
import { paths } from '../../../paths.ts';
import { WeekMoved, WeekNamed } from '../../../reports/document/week-named.tsx';
import { NotShown } from '../../../restrictions/not-shown.tsx';
import { PriceChangesTable } from './changes-table.tsx';
import { ChildrenTable } from './children-table.tsx';
import { ContractsTable } from './contracts-table.tsx';
import { EndsTable } from './ends-table.tsx';
import { GroupPrices } from './group-prices.tsx';
import { Headlines } from './headlines.tsx';
import { HomesTable } from './homes-table.tsx';
import { NeedPrices } from './need-prices.tsx';
import { PriceCharts } from './price-charts.tsx';
import type { ShownProvider } from './shown-provider.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

function Called({ found, title }: ShownProvider): VNode {
  const others = found.spellings.filter((name) => name !== title);
  const sectors = found.provider?.sectors ?? [];
  return (
    <p class="govuk-body">
      {sectors.length === 0
        ? 'Sector not known: Ofsted’s list names none of its homes. '
        : `${listed(sectors)}. `}
      {others.length > 0 && `Also written ${listed(others.map((name) => `“${name}”`))}. `}
      Who owns it is in no file that is held.
    </p>
  );
}

function Payments({ title, week }: ShownProvider): VNode {
  const search = new URLSearchParams({ 'week-ending': week.weekEnding, search: title });
  return (
    <p class="govuk-body wellplaced-no-print">
      <a class={LINK} href={`${paths.payRuns(week.weekEnding).split('?')[0]}?${search}`}>
        How it is paid, and whether a run is late
      </a>
      {', '}
      <a class={LINK} href={paths.childrenWhere({ provider: title })}>
        its children in the list of children
      </a>
      .
    </p>
  );
}

/** A provider’s page. */
export function ProviderView(shown: ShownProvider): VNode {
  const { found, leavesOut, title, week } = shown;
  const { children, notWhole } = found;
  return (
    <>
      <span class="govuk-caption-l">
        <WeekNamed week={week} />
      </span>
      <h1 class="govuk-heading-l">{title}</h1>
      <WeekMoved week={week} />
      <Headlines {...shown} />
      <Called {...shown} />
      <NotShown some={leavesOut} />
      {notWhole !== '' && <InsetText>{notWhole}</InsetText>}
      <h2 class="govuk-heading-m">Prices</h2>
      <GroupPrices {...shown} />
      <PriceCharts found={found} />
      <PriceChangesTable {...shown} />
      <ContractsTable {...shown} />
      <NeedPrices {...shown} />
      <h2 class="govuk-heading-m">Children and homes</h2>
      <p class="govuk-body">
        {counted(children.length, 'child', 'children')} on the night of {dateInWords(week.countsTo)}
        .
      </p>
      {/* Nobody takes children along to a negotiation. */}
      <div class="wellplaced-no-print">
        <ChildrenTable {...shown} />
      </div>
      <HomesTable {...shown} />
      <EndsTable {...shown} />
      <Payments {...shown} />
    </>
  );
}
