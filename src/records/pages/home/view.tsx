import type { VNode } from 'preact';
import type { RestrictionOpening } from '../../restrictions/restriction.ts';
import type { AnyReport } from '../../weekly-report/as-tables.ts';
import { OpeningsTable } from '../restrictions/openings-table.tsx';
import type { SeverityCount, Waiting } from './store.ts';
import { ThisWeek } from './this-week.tsx';
import { Findings, HowToStart, Imports } from './waiting.tsx';

/** What stands on the home page of one person; what the person may not see is undefined. */
export interface Home {
  readonly name: string;
  /** The report of the last whole week. */
  readonly report: AnyReport | undefined;
  readonly findings: readonly SeverityCount[] | undefined;
  readonly imports: Waiting['imports'] | undefined;
  /** Openings of restricted children that wait for this person. */
  readonly openings: readonly RestrictionOpening[];
  readonly seesChildren: boolean;
  readonly anyRecords: boolean;
}

/** What is theirs to do today, for the person signed in. */
export function HomeView(home: Home): VNode {
  const { name, openings, report, seesChildren, findings, imports, anyRecords } = home;
  const nothing =
    openings.length === 0 &&
    report === undefined &&
    findings === undefined &&
    imports === undefined;
  return (
    <>
      <h1 class="govuk-heading-l">Today, for {name}</h1>
      {openings.length > 0 && (
        <OpeningsTable
          caption="Restricted children that somebody opened"
          openings={openings}
          mayAcknowledge={() => true}
        />
      )}
      {!anyRecords && <HowToStart mayImport={imports !== undefined} />}
      {anyRecords && report !== undefined && (
        <ThisWeek report={report} seesChildren={seesChildren} />
      )}
      {anyRecords && findings !== undefined && <Findings findings={findings} />}
      {imports !== undefined && (anyRecords || imports.length > 0) && <Imports imports={imports} />}
      {anyRecords && nothing && <p class="govuk-body">Nothing waits for you today.</p>}
    </>
  );
}
