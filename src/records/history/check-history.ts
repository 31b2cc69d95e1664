import { endingFindings } from './check-ending.ts';
import { episodeFields } from './episode-fields.ts';
import { figures, type HistoryFinding, inWords, type SeenEpisode } from './history-finding.ts';
import type { RecordShape } from './reported-record.ts';
import { firstDayAfterReturn, type SettledEpisode } from './settle-episodes.ts';

const SHORT_BREAKS = new Set(['V3', 'V4']);
/** What a repeated episode would say alike, whatever its first day. */
const SAME_WHEN_REPEATED = ['LS', 'CIN', 'PLACE', 'PLACE_PROVIDER', 'HOME_POST', 'PL_POST', 'URN'];

/** The day on which somebody comes of age: the eighteenth birthday, for one born on 29 February the day after. */
function eighteenth(born: string): string {
  const day = `${Number(born.slice(0, 4)) + 18}${born.slice(4)}`;
  return born.endsWith('-02-29') ? `${day.slice(0, 4)}-03-01` : day;
}

/** An episode that goes on from one that is not there: RNE other than S, and none ends on its first day. */
function ofStart({ record, said }: SeenEpisode, before: SeenEpisode | undefined): HistoryFinding[] {
  const { decom, rne, returnYear } = said;
  if (rne === null || rne === 'S') return [];
  const heldSince = firstDayAfterReturn(returnYear - 1);
  const missing =
    before === undefined
      ? decom >= heldSince
      : before.said.dec !== null && before.said.rec !== null && before.said.rec !== 'X1';
  if (!missing) return [];
  const message = `The episode from ${inWords(decom)} goes on from another (RNE ${rne}), and none leads to it, so the child is not counted among those who started.`;
  return [{ rule: 'starts-in-mid-care', record, column: 'RNE', value: rne, message }];
}

function ofAge({ record, said }: SeenEpisode, end: string | null, born: string, lastDay: string) {
  const { decom, ls } = said;
  if (decom < born) {
    const message = `The episode from ${inWords(decom)} starts before the child was born, on ${inWords(born)}.`;
    return [
      { rule: 'episode-before-birth', record, column: 'DECOM', value: figures(decom), message },
    ];
  }
  const adult = eighteenth(born);
  if (SHORT_BREAKS.has(ls ?? '') || adult >= lastDay || (end !== null && end <= adult)) return [];
  const until = end === null ? 'is open' : `goes on to ${inWords(end)}`;
  const message = `The episode from ${inWords(decom)} ${until}, after the eighteenth birthday on ${inWords(adult)}.`;
  return [
    { rule: 'looked-after-past-eighteen', record, column: 'DEC', value: figures(end), message },
  ];
}

/** A day of the episode that is after today, or after the year of its return. */
function ofFuture(seen: SeenEpisode, afterReturn: string, today: string): HistoryFinding[] {
  const { record, said } = seen;
  const { decom, dec } = said;
  const comes = (day: string | null) => day !== null && (day >= afterReturn || day > today);
  const bound = (day: string) =>
    day > today
      ? `today, ${inWords(today)}`
      : `the year of its return, which ends on 31 March ${record.returnYear}`;
  const episode = `The episode from ${inWords(decom)}`;
  if (comes(decom)) {
    const message = `${episode} starts after ${bound(decom)}.`;
    const value = figures(decom);
    return [{ rule: 'starts-in-the-future', record, column: 'DECOM', value, message }];
  }
  if (dec === null || !comes(dec)) return [];
  const message = `${episode} ends on ${inWords(dec)}, after ${bound(dec)}.`;
  return [{ rule: 'ends-in-the-future', record, column: 'DEC', value: figures(dec), message }];
}

/**
 * Finds what a child's episodes say against themselves, each under the name of its rule, with the number of the check in the DfE's and csc-validator's lists:
 * - `end-without-reason`, `reason-without-end` (148): DEC and REC stand both or neither;
 * - `nothing-follows` (388): X1 with no episode after; `gap-after-episode`: a next one on a later day;
 *   `new-start-not-ended`: a next one that begins a new period of care;
 * - `open-before-new-start`, `episode-repeated`: left open, and the next begins a new period of care;
 * - `episodes-overlap`: reported to end after the next one starts;
 * - `starts-in-mid-care`: goes on (RNE other than S) from one that is not there, though the return must hold it;
 * - `looked-after-past-eighteen` (359), `episode-before-birth`: nights after the eighteenth birthday, before birth;
 * - `starts-in-the-future`, `ends-in-the-future`: after today or after the year of the return.
 * `episodes` are in order, `today` and `born` ISO text; one episode may meet several rules.
 */
export function historyChecker(shape: RecordShape) {
  const fieldsOf = episodeFields(shape);
  const alike = SAME_WHEN_REPEATED.map((name) => shape.columns.indexOf(name));
  return (
    episodes: readonly SettledEpisode[],
    born: string | null,
    today: string,
  ): HistoryFinding[] => {
    const findings: HistoryFinding[] = [];
    let before: SeenEpisode | undefined;
    let current: SeenEpisode | undefined;
    for (const [position, { reported: record, dec }] of episodes.entries()) {
      current ??= { record, said: fieldsOf(record) };
      const following = episodes[position + 1]?.reported;
      const next = following && { record: following, said: fieldsOf(following) };
      const lastOfReturn = firstDayAfterReturn(record.returnYear);
      const lastDay = lastOfReturn < today ? lastOfReturn : today;
      const repeated =
        next !== undefined &&
        current.said.rne === 'S' &&
        record.returnYear < next.record.returnYear &&
        alike.every((at) => record.values[at] === next.record.values[at]);
      findings.push(...endingFindings(current, next, repeated), ...ofStart(current, before));
      if (born !== null) findings.push(...ofAge(current, dec, born, lastDay));
      findings.push(...ofFuture(current, lastOfReturn, today));
      before = current;
      current = next;
    }
    return findings;
  };
}
