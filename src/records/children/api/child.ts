import { z } from 'zod';
import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import { day, dayOf } from '../../api/fields.ts';
import { apiRoute } from '../../permissions.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { childFindings } from '../child-findings.ts';
import type { ChildFinding, ChildRecord } from '../child-record.ts';
import { loadChildRecord } from '../load-child-record.ts';
import { careAnswered, careSchema } from './child-care.ts';
import { moneyAnswered, moneySchema } from './child-money.ts';

type Transaction = CouncilTransaction<RecordsTables>;

const answer = z.object({
  childId: z.string(),
  package: z.string(),
  dateOfBirth: day.nullable(),
  sex: z.string().nullable(),
  ethnicity: z.string().nullable(),
  unaccompanied: z.boolean(),
  unaccompaniedUntil: day.nullable(),
  ...careSchema,
  ...moneySchema,
  findings: z.array(z.object({ severity: z.string(), rule: z.string(), message: z.string() })),
});

function answered(record: ChildRecord, findings: readonly ChildFinding[]): z.input<typeof answer> {
  const { child, pseudonym } = record;
  return {
    childId: child.childId,
    package: pseudonym,
    dateOfBirth: child.dateOfBirth ?? null,
    sex: child.sex ?? null,
    ethnicity: child.ethnicity ?? null,
    unaccompanied: child.unaccompanied,
    unaccompaniedUntil: dayOf(child.unaccompaniedUntil),
    ...careAnswered(record),
    ...moneyAnswered(record),
    findings: [...findings],
  };
}

/** All that the child's page shows. */
export const childRoute = apiRoute({
  method: 'GET',
  path: '/children/:childId',
  permission: 'see a child',
  audit: ({ params }) => ({
    action: 'export',
    thing: 'child',
    key: { child_id: params.childId ?? '' },
  }),
  name: 'readChild',
  summary: 'One child',
  about:
    'The records of one child: care, reviews, costs, payments and what the rules find in them.',
  params: { childId: 'The council’s identifier of the child.' },
  query: z.object({}),
  answer,
  async handle(request) {
    const childId = request.params.childId ?? '';
    const record = await request.read((tx: Transaction) => loadChildRecord(tx, childId));
    return record === undefined
      ? undefined
      : answered(record, childFindings(record, request.today));
  },
});
