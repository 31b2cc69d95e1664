import type { VNode } from 'preact';
import { holdsNight } from '../../../../core/nights.ts';
import { ageOn, dateInWords, dayNumberOf, type PlainDate } from '../../../../core/plain-date.ts';
import { SummaryList, type SummaryRow } from '../../../../platform/components/summary-list.tsx';
import { isShortBreak } from '../../../care-cost/attribution.ts';
import type { Child, Episode } from '../../../model.ts';
import type { ChildRecord } from '../../child-record.ts';
import { legalStatuses } from '../../legal-statuses.ts';
import { periodsOfCare } from '../../periods-of-care.ts';
import { coded, groupName, inWords, meaning, providerOf, whereabouts } from './words.ts';

/** The episode that holds the night; undefined when there is none. */
function episodeOn(episodes: readonly Episode[], night: number): Episode | undefined {
  return episodes.find(({ decom, dec }) => holdsNight({ from: decom, to: dec }, night));
}

function age({ dateOfBirth }: Child, today: PlainDate): string {
  if (dateOfBirth === undefined) return 'Not recorded';
  return `${ageOn(dateOfBirth, today)} (born ${dateInWords(dateOfBirth)})`;
}

function unaccompanied({ unaccompanied: recorded, unaccompaniedUntil: until }: Child): string {
  if (!recorded) return 'No';
  return until === undefined ? 'Yes' : `Until ${inWords(until)}`;
}

const NO_START = ' (the first episode held, which is no start)';

function care({ episodes }: ChildRecord, night: number): string {
  const now = episodeOn(episodes, night);
  if (now !== undefined && isShortBreak(now)) return 'In agreed short breaks, not looked after';
  const last = periodsOfCare(episodes).findLast(({ start }) => start <= night);
  if (last === undefined) return 'Has not been looked after';
  if (last.end === undefined || last.end > night) {
    const before = last.sinceBefore ? 'before ' : '';
    return `Since ${before}${inWords(last.start)}${last.sinceBefore ? NO_START : ''}`;
  }
  const ended = episodes.find(({ dec }) => dec === last.end);
  return `From ${last.sinceBefore ? 'before ' : ''}${inWords(last.start)}${last.sinceBefore ? NO_START : ''} until ${inWords(last.end)}: ${meaning('reasonEpisodeCeased', ended?.rec).toLowerCase()}`;
}

function placementRows(record: ChildRecord, now: Episode | undefined): SummaryRow[] {
  if (now === undefined) return [];
  const { placeProvider, urn } = now;
  const legal = legalStatuses(record.episodes).findLast(({ code }) => code === now.ls);
  return [
    {
      key: 'Placement now',
      value: (
        <>
          {groupName(now)}
          <br />
          {coded('placementType', now.place)}
        </>
      ),
    },
    {
      key: 'Provided by',
      value: `${providerOf(now, record.providers)}${urn === undefined ? '' : `, URN ${urn}`}${
        placeProvider === undefined ? '' : ` (${placeProvider})`
      }`,
    },
    { key: 'Where', value: whereabouts(now) },
    {
      key: 'Legal status now',
      value: `${coded('legalStatus', now.ls)}${legal === undefined ? '' : `, since ${inWords(legal.from)}`}`,
    },
  ];
}

/** Who the child is and where they are now. */
export function Summary(props: { readonly record: ChildRecord; readonly today: PlainDate }): VNode {
  const { record, today } = props;
  const { child, episodes, name, pseudonym } = record;
  const night = dayNumberOf(today);
  const now = episodeOn(episodes, night);
  const worker = record.socialWorkers.find(({ end }) => end === undefined || end > today);
  const need = (now ?? episodes.at(-1))?.cin;
  const person: SummaryRow[] = [
    ...(name === undefined
      ? []
      : [
          { key: 'Name', value: name.whole },
          { key: 'Home address', value: name.homeAddress ?? 'Not recorded' },
        ]),
    { key: 'Age', value: age(child, today) },
    { key: 'Sex', value: meaning('sex', child.sex) },
    { key: 'Ethnicity', value: meaning('ethnicity', child.ethnicity) },
    { key: 'Category of need', value: coded('categoryOfNeed', need) },
    { key: 'Unaccompanied asylum-seeking', value: unaccompanied(child) },
    { key: 'Pseudonym in reports', value: pseudonym },
  ];
  const where: SummaryRow[] = [
    { key: 'Looked after', value: care(record, night) },
    ...placementRows(record, now),
  ];
  if (worker?.socialWorker !== undefined) {
    const since = dateInWords(worker.start);
    where.push({ key: 'Social worker', value: `${worker.socialWorker}, since ${since}` });
  }
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-one-half">
        <SummaryList rows={person} />
      </div>
      <div class="govuk-grid-column-one-half">
        <SummaryList rows={where} />
      </div>
    </div>
  );
}
