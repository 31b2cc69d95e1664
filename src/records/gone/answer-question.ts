import { WellplacedError } from '../../core/errors.ts';
import type { PlainDate } from '../../core/plain-date.ts';
import type { Acting, CouncilTransaction } from '../../platform/database/ground.ts';
import { decide } from '../../platform/decisions/decide.ts';
import { codeStatus } from '../codes/code-status.ts';
import { takeTurn } from '../intake/imports/council-turn.ts';
import { beginRevision, endRevision } from '../revisions/revision.ts';
import { FINDING_DECISION_COLUMNS, subjectKeySql } from '../storage/finding-decisions.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { answerInWords } from './answer-in-words.ts';
import { type AnswerGiven, GONE_ANSWER_COLUMNS, questionKey } from './answers.ts';
import { GONE_RULE } from './questions.ts';
import { type SettledGone, settleEnds, wholeReturnsTaken } from './settle.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** What somebody says of a child, and the number of the latest answer that they saw; 0 when there was none. */
export interface Answering
  extends Pick<AnswerGiven, 'answer' | 'endedOn' | 'rec' | 'reason' | 'childId' | 'decom'> {
  readonly basedOn: number;
}

/** Looks every quarter of a second whether an import has ended. */
const MOST_LOOKS = 20;

function refuse(code: string, message: string, remedy: string): WellplacedError {
  return new WellplacedError(code, message, remedy);
}

/** Waits some seconds for an import of the council to end. Throws a WellplacedError `import-under-way`. */
async function holdTurn(tx: Transaction): Promise<void> {
  let looks = 0;
  await takeTurn(tx, () => {
    looks += 1;
    if (looks < MOST_LOOKS) return;
    throw refuse(
      'import-under-way',
      'An import of the council is under way and may say itself what became of the child. Nothing was stored.',
      'Send your answer again when the import is over.',
    );
  });
}

/** The return year in which a day lies. */
function returnYearOf(day: PlainDate): number {
  return Number(day.slice(0, 4)) + (day.slice(5) >= '04-01' ? 1 : 0);
}

/** Throws a WellplacedError `day-of-answer` or `reason-of-answer` for an end that cannot be. */
function checkAnswer({ decom, endedOn, rec }: Answering, today: PlainDate): void {
  if (endedOn === null || rec === null) return;
  if (endedOn < decom || endedOn > today) {
    const when = endedOn < decom ? 'before the episode began' : 'in the future';
    throw refuse('day-of-answer', `The day is ${when}.`, 'Enter a day since then, up to today.');
  }
  if (rec !== 'X1' && codeStatus('reasonEpisodeCeased', rec, returnYearOf(endedOn)) === 'valid')
    return;
  throw refuse(
    'reason-of-answer',
    `The reason ${rec} does not end care on that day.`,
    'Choose a reason that was in use then.',
  );
}

/** What is decided on the finding follows the answer, so that it is asked in one place. */
async function decideOnFinding(
  tx: Transaction,
  by: Pick<Acting, 'actor' | 'person'>,
  answering: Answering,
): Promise<void> {
  const [found] = await tx.rows(
    `select ${subjectKeySql('f', 'f.message')}, f.kind, f.return_year, f.message from finding f
     where f.authority_id = $1 and f.rule = $2 and f.child_id = $3
       and f.resolved_import_id is null`,
    [tx.authority, GONE_RULE, answering.childId],
  );
  if (found === undefined) return;
  const [subjectKey, kind, returnYear, message] = found;
  const [latest] = await tx.rows(
    `select decision_number, verdict from finding_decision
     where authority_id = $1 and subject_key = $2 order by decision_number desc limit 1`,
    [tx.authority, subjectKey],
  );
  const verdict = answering.answer === 'taken back' ? 'reopened' : 'accepted';
  if (verdict === 'reopened' && latest?.[1] !== 'accepted') return;
  const reason = `${answerInWords(answering)}: ${answering.reason}`;
  await decide(tx, 'finding_decision', FINDING_DECISION_COLUMNS, by, [
    {
      subjectKey: String(subjectKey),
      basedOn: Number(latest?.[0] ?? 0),
      values: [
        ...[verdict, reason, null, null, null, 1],
        ...[GONE_RULE, answering.childId, kind, returnYear, message],
      ],
    },
  ]);
}

function asked({ childId, decom }: Answering, gone: readonly SettledGone[]): SettledGone {
  const found = gone.find(({ last }) => last.childId === childId && last.decom === decom);
  if (found !== undefined) return found;
  throw refuse(
    'no-longer-gone',
    'The records have changed since you opened the page: the newest return names the child, or another episode is the last. Nothing was stored.',
    'Look at the child’s page for what the records say now.',
  );
}

/**
 * Stores what became of a child, and has the records count the child so from now on, as a revision.
 * The transaction sees all children: who is gone follows from all of them. Throws `DecidedMeanwhile`
 * where somebody else answered since, and a WellplacedError `import-under-way`, `no-longer-gone`,
 * `day-of-answer` or `reason-of-answer`.
 */
export async function answerQuestion(
  tx: Transaction,
  { by, today, now }: { by: Pick<Acting, 'actor' | 'person'>; today: PlainDate; now: Date },
  answering: Answering,
): Promise<void> {
  checkAnswer(answering, today);
  await holdTurn(tx);
  const revision = await beginRevision(tx, null);
  const whole = await wholeReturnsTaken(tx);
  const { last, newest } = asked(answering, (await settleEnds(tx, whole)).gone);
  const { answer, endedOn, rec, reason, childId, decom, basedOn } = answering;
  const values = [answer, endedOn, rec, reason, childId, decom, last.lastNamed, newest];
  const subjectKey = questionKey(childId, decom);
  await decide(tx, 'gone_answer', GONE_ANSWER_COLUMNS, by, [{ subjectKey, basedOn, values }]);
  await settleEnds(tx, whole);
  await decideOnFinding(tx, by, answering);
  await endRevision(tx, revision, null, now, 'answered');
}
