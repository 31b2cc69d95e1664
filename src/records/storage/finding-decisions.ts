/** What a person may decide on a finding, and, last, what an import writes when the finding is gone. */
export const VERDICTS = ['accepted', 'to-be-mended', 'reopened', 'ended'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The table's own columns, in the order in which a decision gives their values. */
export const FINDING_DECISION_COLUMNS = [
  ...(['verdict', 'reason', 'mender', 'mender_id', 'mend_by', 'alike'] as const),
  ...(['rule', 'child_id', 'kind', 'return_year', 'message'] as const),
] as const;

/**
 * What a finding is about, as one key: the rule, the kind of record and its return, the child, the
 * column, the value and what is said of them. Not the line, which moves when a file is taken again.
 * `facts` is the message without figures that run on by themselves.
 */
export function subjectKeySql(table: string, facts: string): string {
  const parts = ['rule', 'kind', 'return_year', 'child_id', 'column_name', 'value'];
  return `md5(jsonb_build_array(${parts.map((part) => `${table}.${part}`).join(', ')}, ${facts})::text)`;
}
