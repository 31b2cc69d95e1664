import { dateInWords } from '../../core/plain-date.ts';
import type { FindingDecision } from './finding-row.ts';

type Decided = Pick<FindingDecision, 'verdict' | 'mender' | 'mendBy'>;

/** What was decided, as a heading or a cell: `To be mended by the data team by 1 May 2027`. */
export function verdictInWords({ verdict, mender, mendBy }: Decided): string {
  switch (verdict) {
    case 'accepted':
      return 'Accepted as right';
    case 'to-be-mended':
      return `To be mended by ${mender ?? ''} by ${mendBy === null ? '' : dateInWords(mendBy)}`;
    case 'reopened':
      return 'Open again';
    case 'ended':
      return 'Ended: no longer found';
  }
}

/** What was decided, as it follows on "decided on 1 May": `that it is accepted as right, because …`. */
export function decisionInWords(decision: Decided & Pick<FindingDecision, 'reason'>): string {
  const verdict = verdictInWords(decision);
  const said = `${verdict.charAt(0).toLowerCase()}${verdict.slice(1)}`;
  return `that it is ${said}, because: ${decision.reason}`;
}
