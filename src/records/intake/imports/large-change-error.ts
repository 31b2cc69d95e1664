import { inFigures } from '../../../core/english.ts';
import { WellplacedError } from '../../../core/errors.ts';
import { penceOf, wholePounds } from '../../../core/money.ts';
import { RECORD_NAMES } from '../../audit-names.ts';
import { isLarge, type StandingChange } from './large-change.ts';

function inWords({ table, stood, changed, withdrawn, ...change }: StandingChange): string {
  const counts = `${inFigures(changed)} changed and ${inFigures(withdrawn)} withdrawn of ${inFigures(stood)}`;
  const money =
    change.penceBefore === change.penceAfter
      ? ''
      : `, ${wholePounds(penceOf(change.penceBefore))} would be ${wholePounds(penceOf(change.penceAfter))}`;
  return `${RECORD_NAMES.things[table] ?? table}: ${counts}${money}`;
}

/** An import that would change so much of what stands that it waits for a person’s word; nothing of it was kept. */
export class LargeChangeError extends WellplacedError {
  readonly changes: readonly StandingChange[];

  constructor(changes: readonly StandingChange[]) {
    const told = changes.filter(isLarge).map(inWords).join('; ');
    super(
      'large-change',
      `These files would change or withdraw much of what is held (${told}).`,
      'If they are whole and right, accept the change; if they are a part, import them as changes only. At the command line, --accept-large-change or --changes.',
    );
    this.changes = changes;
  }
}
