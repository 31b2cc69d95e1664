import { dateInFigures, dateInWords, type PlainDate } from '../../../core/plain-date.ts';
import { GONE_RULE } from '../../gone/questions.ts';
import {
  HOLDS_EPISODES,
  type SettledGone,
  settleEnds,
  wholeReturnsTaken,
} from '../../gone/settle.ts';
import { type GoneChildren, goneRepair, lastKnownEnd } from '../../history/gone-children.ts';
import { isCorrection } from '../imports/correction-file.ts';
import { extentOf } from '../imports/extent.ts';
import type { ImportRun } from '../imports/import-run.ts';
import type { PlacedFinding } from '../imports/import-tally.ts';
import { isOfReturn, kindOf } from '../imports/planned-file.ts';

/** The kind under which findings about a child's whole history stand: of no one return. */
export const HISTORIES = 'histories';

/** Findings that every import of a return makes again for the whole council. */
export const OF_ALL_CHILDREN: ReadonlySet<string> = new Set([GONE_RULE, 'return-looks-partial']);

/** What of an import, or of a link, ending the histories of those gone looks at. */
type SettledRun = Pick<ImportRun, 'tx' | 'tally' | 'importId' | 'files' | 'refused' | 'extent'>;

/** Years of which a whole file with episodes was taken, now or before, and not one without a row, which says nothing; where one beside it was refused, the return is not known to be whole. */
async function wholeReturns(run: SettledRun): Promise<Set<number>> {
  const { tx, files, refused, extent, tally, importId } = run;
  const years = new Set<number>();
  for (const file of files) {
    const holds = HOLDS_EPISODES.has(String(kindOf(file)));
    const whole =
      extentOf(file, extent) === 'whole' && !isCorrection(file.recognised?.header ?? []);
    if (holds && whole && tally.of(file.number).rows > 0) years.add(Number(file.returnYear));
  }
  for (const file of refused) {
    if (HOLDS_EPISODES.has(String(kindOf(file)))) years.delete(Number(file.returnYear));
  }
  return new Set([...years, ...(await wholeReturnsTaken(tx, importId))]);
}

function findingOf(
  about: Pick<PlacedFinding, 'childId' | 'rule' | 'column' | 'value' | 'message'>,
): PlacedFinding {
  return { ...about, line: 0, severity: 'warning', kind: HISTORIES, returnYear: 0, path: null };
}

function goneFinding({ last: { childId, decom, lastNamed }, newest }: SettledGone): PlacedFinding {
  const since = decom as PlainDate;
  return findingOf({
    childId,
    rule: GONE_RULE,
    column: 'DECOM',
    value: dateInFigures(since),
    message:
      `The episode from ${dateInWords(since)} was open in the ${lastNamed} return and the ${newest} return ` +
      `does not name the child, who is counted up to 31 March ${lastNamed} and no longer.`,
  });
}

function partialFindings({ partial }: GoneChildren): PlacedFinding[] {
  return partial.map(({ returnYear, named, missing }) =>
    findingOf({
      childId: undefined,
      rule: 'return-looks-partial',
      column: null,
      value: String(returnYear),
      message:
        `The ${returnYear} return names ${named} children and leaves out ${missing} whom older returns left open: ` +
        `it is taken as a part of a return, and those children are still counted.`,
    }),
  );
}

/** Settles the children whom the newest whole return does not name any more, and tells each as a finding and a repair. */
export async function endGone(run: SettledRun): Promise<void> {
  const { tx, tally } = run;
  const { gone, found } = await settleEnds(tx, await wholeReturns(run));
  for (const each of gone) {
    if (!each.answered) tally.logged(goneRepair(each.last, lastKnownEnd(each.last)));
    tally.findings.push(goneFinding(each));
  }
  for (const finding of partialFindings(found)) tally.findings.push(finding);
}

/** Does so for an import of returns; what others hold ends no history. */
export async function settleGone(run: ImportRun): Promise<void> {
  if (run.files.some(isOfReturn)) await endGone(run);
}
