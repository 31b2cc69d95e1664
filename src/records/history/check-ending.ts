import { figures, type HistoryFinding, inWords, type SeenEpisode } from './history-finding.ts';

/** What is wrong with how an episode ends, given the next one, which may report it again from another day. */
export function endingFindings(
  { record, said }: SeenEpisode,
  next: SeenEpisode | undefined,
  repeated: boolean,
): HistoryFinding[] {
  const { decom, dec, rec } = said;
  const at = (rule: string, column: string, value: string | null, message: string) => [
    { rule, record, column, value, message },
  ];
  const since = `The episode from ${inWords(decom)}`;
  if (dec !== null && rec === null) {
    const message = `${since} ends on ${inWords(dec)} without a reason (REC), so it is not counted among those that ceased.`;
    return at('end-without-reason', 'REC', null, message);
  }
  if (dec === null && rec !== null) {
    const message = `${since} has a reason for its end (${rec}) and no last day (DEC), so it is taken as open.`;
    return at('reason-without-end', 'DEC', null, message);
  }
  if (next === undefined) {
    if (rec !== 'X1' || dec === null) return [];
    const message = `${since} ends on ${inWords(dec)} because another follows (X1), and none does: from that day the child is not counted.`;
    return at('nothing-follows', 'REC', rec, message);
  }
  if (dec === null) {
    if (next.said.rne !== 'S') return [];
    const begins = inWords(next.said.decom);
    return repeated
      ? at(
          'episode-repeated',
          'DECOM',
          figures(decom),
          `${since} is reported again from ${begins}: one of the two days is wrong.`,
        )
      : at(
          'open-before-new-start',
          'DEC',
          null,
          `${since} is open, but a new period of care starts on ${begins}: when and why it ended is not known.`,
        );
  }
  if (dec > next.said.decom) {
    const message = `${since} ends on ${inWords(dec)}, after the next one starts on ${inWords(next.said.decom)}.`;
    return at('episodes-overlap', 'DEC', figures(dec), message);
  }
  if (rec === 'X1' && dec < next.said.decom) {
    const message = `${since} ends on ${inWords(dec)} because another follows (X1), but the next one starts on ${inWords(next.said.decom)}.`;
    return at('gap-after-episode', 'DEC', figures(dec), message);
  }
  if (rec === 'X1' && next.said.rne === 'S') {
    const message = `${since} ends because another follows (X1), but that one starts a new period of care (RNE S).`;
    return at('new-start-not-ended', 'REC', rec, message);
  }
  return [];
}
