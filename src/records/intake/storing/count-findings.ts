import type { FindingCount } from '../imports/import-outcome.ts';

const WEIGHT: Readonly<Record<string, number>> = { error: 0, warning: 1, information: 2 };

/** Findings counted by rule, gravest and most frequent first, each with its first example. */
export function countFindings(
  findings: Iterable<{
    readonly severity: string;
    readonly rule: string;
    readonly message: string;
  }>,
): FindingCount[] {
  const counts = new Map<string, { severity: string; count: number; example: string }>();
  for (const { rule, severity, message } of findings) {
    const standing = counts.get(rule);
    if (standing === undefined) counts.set(rule, { severity, count: 1, example: message });
    else standing.count += 1;
  }
  return [...counts]
    .map(([rule, { severity, count, example }]) => ({ severity, rule, count, example }))
    .sort(
      (a, b) =>
        (WEIGHT[a.severity] ?? 3) - (WEIGHT[b.severity] ?? 3) ||
        b.count - a.count ||
        (a.rule < b.rule ? -1 : 1),
    );
}
