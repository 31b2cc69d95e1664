import { HIDDEN, type Hidden } from '../../../core/disclosure.ts';
import { counted, inFigures, listed } from '../../../core/english.ts';
import { type Pence, penceOf, wholePounds } from '../../../core/money.ts';
import { dateInWords } from '../../../core/plain-date.ts';
import type { AnyReport } from '../weekly-report/as-tables.ts';
import { isOver } from '../weekly-report/week.ts';
import { nightsInWords } from '../weekly-report/week-in-words.ts';

/** The parts that may be said, joined as English joins a list. */
function listedOf(parts: readonly (string | undefined)[]): string | undefined {
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? undefined : listed(said);
}

function unlessHidden<Value extends number>(
  value: Value | Hidden,
  say: (value: Value) => string | undefined,
): string | undefined {
  return value === HIDDEN ? undefined : say(value);
}

function childrenSentence({ children, countsTo }: AnyReport): string | undefined {
  const total = unlessHidden(children.total, (value) =>
    counted(value, 'child was looked after', 'children were looked after'),
  );
  if (total === undefined) return undefined;
  const where = listedOf([
    unlessHidden(children.inArea, (value) => `${inFigures(value)} in area`),
    unlessHidden(children.outOfArea, (value) => `${inFigures(value)} out of area`),
    unlessHidden(children.areaUnknown, (value) =>
      value === 0 ? undefined : `${inFigures(value)} where the area is not known`,
    ),
  ]);
  const placed = where === undefined ? '' : `: ${where}`;
  return `${total} on the night of ${dateInWords(countsTo)}${placed}.`;
}

function movementSentence({ movement, ...week }: AnyReport): string | undefined {
  const said = listedOf([
    unlessHidden(movement.starts, (value) => counted(value, 'child started', 'children started')),
    unlessHidden(movement.ends, (value) => `${inFigures(value)} ceased to be looked after`),
    unlessHidden(movement.placementMoves, (value) =>
      counted(value, 'placement move was made', 'placement moves were made'),
    ),
  ]);
  if (said === undefined) return undefined;
  const unplanned = unlessHidden(movement.unplannedMoves, (value) =>
    movement.placementMoves === 0 || movement.placementMoves === HIDDEN
      ? undefined
      : `, of which ${inFigures(value)} unplanned`,
  );
  return `${isOver(week) ? 'In the week' : 'In the week so far'} ${said}${unplanned ?? ''}.`;
}

function against(spent: Pence, budget: Pence): string {
  const difference = penceOf(Math.abs(spent - budget));
  if (budget === 0) return 'no budget is recorded to set it against';
  if (spent === budget) return 'exactly the budget to date';
  return `${wholePounds(difference)} ${spent > budget ? 'more' : 'less'} than the budget to date`;
}

function spendSentences({ spend, ...week }: AnyReport): (string | undefined)[] {
  const net = unlessHidden(spend.netOfContributionsPence, (value) =>
    value === spend.weekPence ? undefined : `, ${wholePounds(value)} after contributions`,
  );
  const { budgetToDatePence: budget } = spend;
  const inTheWeek = isOver(week) ? 'in the week' : `in the week so far (${nightsInWords(week)})`;
  return [
    unlessHidden(
      spend.weekPence,
      (value) => `Placements cost ${wholePounds(value)} ${inTheWeek}${net ?? ''}.`,
    ),
    unlessHidden(spend.yearToDatePence, (value) =>
      budget === HIDDEN
        ? undefined
        : `The year to date comes to ${wholePounds(value)}: ${against(value, budget)}.`,
    ),
  ];
}

function changesSentence(report: AnyReport): string | undefined {
  if (!report.working) return undefined;
  const { changes } = report;
  if (changes.length === 0) return 'No package started, ended or changed its price.';
  const difference = changes.reduce((sum, change) => sum + change.differencePence, 0);
  const weekly =
    difference === 0
      ? 'left the weekly cost as it was'
      : `${difference > 0 ? 'added' : 'took'} ${wholePounds(penceOf(Math.abs(difference)))} a week ${difference > 0 ? 'to' : 'off'} the cost`;
  return `${counted(changes.length, 'change of a package', 'changes of packages')} ${weekly}.`;
}

/** The week in a few sentences, from the figures of the report that are not withheld. */
export function reportInWords(report: AnyReport): readonly string[] {
  return [
    childrenSentence(report),
    movementSentence(report),
    ...spendSentences(report),
    changesSentence(report),
  ].filter((sentence) => sentence !== undefined);
}
