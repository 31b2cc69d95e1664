import type { DayNumber } from '../../core/plain-date.ts';
import type { CostElement } from '../model.ts';
import { type Rhythm, type Run, rhythmOf } from './rhythm.ts';
import { type InStream, type PaidLines, runsOf, streamKey } from './runs.ts';
import { type KnownStream, type Stream, streamOn } from './stream.ts';
import { isRunAhead, type Kept, newestRun, takenToBeMonthly, UsualRhythm } from './usual-rhythm.ts';

/** The streams of a council by their key. */
export type Streams = ReadonlyMap<string, Stream>;

interface Gathered {
  readonly of: InStream;
  readonly paid: PaidLines[];
  readonly costs: CostElement[];
}

interface Observed extends Omit<Gathered, 'paid'> {
  readonly runs: readonly Run[];
  readonly rhythm: Rhythm | undefined;
}

function gathered(
  paid: readonly PaidLines[],
  costs: readonly CostElement[],
): Map<string, Gathered> {
  const streams = new Map<string, Gathered>();
  const at = (of: InStream): Gathered => {
    const key = streamKey(of);
    const known = streams.get(key);
    if (known !== undefined) return known;
    const fresh = { of, paid: [], costs: [] };
    streams.set(key, fresh);
    return fresh;
  };
  for (const lines of paid) at(lines).paid.push(lines);
  for (const cost of costs) at(cost).costs.push(cost);
  return streams;
}

/** What is usual of one supplier, and of all. */
class Usual {
  readonly #all = new UsualRhythm();
  readonly #bySupplier = new Map<string, UsualRhythm>();
  readonly #newest: Run | undefined;

  constructor(streams: Iterable<Observed>) {
    const lasts: Run[] = [];
    for (const { of, runs, rhythm } of streams) {
      const last = runs.at(-1);
      if (last === undefined) continue;
      lasts.push(last);
      if (rhythm === undefined) continue;
      const lines = runs.reduce((sum, run) => sum + run.lines, 0);
      this.#all.add(rhythm, last, lines);
      if (of.provider === undefined) continue;
      const own = this.#bySupplier.get(of.provider) ?? new UsualRhythm();
      own.add(rhythm, last, lines);
      this.#bySupplier.set(of.provider, own);
    }
    this.#newest = newestRun(lasts);
  }

  /** The rhythm of the nearest that has one, and what that is. */
  nearest({ of, runs, rhythm }: Observed): Pick<KnownStream, 'source' | 'kept'> {
    const last = runs.at(-1);
    const from = (kept: Kept): Kept => ({ rhythm: kept.rhythm, last: last ?? kept.last });
    const supplier =
      of.provider === undefined ? undefined : this.#bySupplier.get(of.provider)?.usual;
    if (rhythm !== undefined && last !== undefined) {
      // One run pays all elements of a supplier: it has been made, although it left this one out.
      const leftOut = supplier !== undefined && isRunAhead(supplier, rhythm, last);
      return { source: 'own', kept: { rhythm, last: leftOut ? supplier.last : last } };
    }
    if (supplier !== undefined) {
      // The supplier's run is the stream's, whether or not it paid this element.
      const ahead = last === undefined || supplier.last.paidTo > last.paidTo;
      return { source: 'supplier', kept: ahead ? supplier : from(supplier) };
    }
    const all = this.#all.usual;
    if (all !== undefined) return { source: 'all', kept: from(all) };
    const newest = last ?? this.#newest;
    if (newest === undefined) return { source: 'none', kept: undefined };
    return { source: 'assumed', kept: takenToBeMonthly(newest) };
  }
}

/**
 * The streams of payments as they stand at the end of a day: one for each supplier and element that
 * was paid or that costs something. A stream with too few runs has its supplier's usual rhythm, else
 * that of most payments; one never paid stands where streams of that rhythm stand.
 */
export function streamsOf(
  paid: readonly PaidLines[],
  costs: readonly CostElement[],
  day: DayNumber,
): Streams {
  const observed = new Map<string, Observed>();
  for (const [key, { of, paid: lines, costs: own }] of gathered(paid, costs)) {
    const runs = runsOf(lines, day);
    observed.set(key, { of, costs: own, runs, rhythm: rhythmOf(runs) });
  }
  const usual = new Usual(observed.values());
  const streams = new Map<string, Stream>();
  for (const [key, each] of observed) {
    const known = {
      of: each.of,
      costs: each.costs,
      last: each.runs.at(-1),
      ...usual.nearest(each),
    };
    streams.set(key, streamOn(known, day));
  }
  return streams;
}
