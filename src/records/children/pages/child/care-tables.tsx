import type { VNode } from 'preact';
import { dayNumberOf, type PlainDate } from '../../../../core/plain-date.ts';
import { Table } from '../../../../platform/components/table.tsx';
import { placementsOf } from '../../../care-cost/placements.ts';
import type { ChildRecord } from '../../child-record.ts';
import { legalStatuses } from '../../legal-statuses.ts';
import { coded, dateOf, groupName, providerOf, whereabouts } from './words.ts';

const FROM = { key: 'from', heading: 'From', type: 'date' } as const;
const UNTIL = { key: 'until', heading: 'Until', type: 'date' } as const;

/** The child's stays, each of one or more episodes, the latest first; the nights are those up to today's. */
export function PlacementsTable(props: {
  readonly record: ChildRecord;
  readonly today: PlainDate;
}): VNode {
  const { record } = props;
  const tonight = dayNumberOf(props.today) + 1;
  return (
    <Table
      caption="Placements"
      columns={[
        FROM,
        UNTIL,
        { key: 'nights', heading: 'Nights so far', type: 'whole' },
        { key: 'group', heading: 'Placement', type: 'text' },
        { key: 'place', heading: 'Type', type: 'text' },
        { key: 'provider', heading: 'Provider', type: 'text' },
        { key: 'where', heading: 'Where', type: 'text' },
        { key: 'reason', heading: 'Why it ended', type: 'text' },
      ]}
      rows={placementsOf(record.episodes)
        .toReversed()
        .flatMap(({ start, end, episodes }) => {
          const [first, last] = [episodes[0], episodes.at(-1)];
          if (first === undefined || last === undefined) return [];
          const nights = episodes.reduce(
            (sum, { decom, dec }) => sum + Math.max(0, Math.min(dec ?? tonight, tonight) - decom),
            0,
          );
          const reason = coded('reasonForPlacementChange', last.reasonPlaceChange);
          return [
            {
              cells: {
                from: dateOf(start),
                until: dateOf(end) ?? 'Still there',
                nights,
                group: groupName(first),
                place: coded('placementType', first.place),
                provider: providerOf(last, record.providers),
                where: whereabouts(last),
                reason: end === undefined ? null : reason,
              },
            },
          ];
        })}
      empty="No placement is recorded."
    />
  );
}

/** The episodes as returned, after repairs, the latest first. */
export function EpisodesTable({ record }: { readonly record: ChildRecord }): VNode {
  return (
    <Table
      caption="Episodes"
      columns={[
        { key: 'from', heading: 'DECOM', type: 'date' },
        { key: 'until', heading: 'DEC', type: 'date' },
        { key: 'rne', heading: 'Why it began', type: 'text' },
        { key: 'ls', heading: 'Legal status', type: 'text' },
        { key: 'place', heading: 'Placement', type: 'text' },
        { key: 'provider', heading: 'Provider', type: 'text' },
        { key: 'urn', heading: 'URN', type: 'text' },
        { key: 'rec', heading: 'Why it ended', type: 'text' },
      ]}
      rows={record.episodes.toReversed().map((episode) => ({
        cells: {
          from: dateOf(episode.decom),
          until: dateOf(episode.dec) ?? 'Open',
          rne: coded('reasonForNewEpisode', episode.rne),
          ls: episode.ls,
          place: episode.place,
          provider: episode.placeProvider,
          urn: episode.urn,
          rec: coded('reasonEpisodeCeased', episode.rec),
        },
      }))}
      empty="No episode is recorded."
    />
  );
}

/** The legal statuses, the latest first. */
export function LegalStatusesTable({ record }: { readonly record: ChildRecord }): VNode {
  return (
    <Table
      caption="Legal statuses"
      columns={[FROM, UNTIL, { key: 'status', heading: 'Legal status', type: 'text' }]}
      rows={legalStatuses(record.episodes)
        .toReversed()
        .map(({ code, from, to }) => ({
          cells: {
            from: dateOf(from),
            until: dateOf(to) ?? 'In force',
            status: coded('legalStatus', code),
          },
        }))}
      empty="No legal status is recorded."
    />
  );
}
