import type { RuleExplanation } from './rule-explanation.ts';
import { OF_COSTS } from './rules-of-costs.ts';
import { OF_FILES } from './rules-of-files.ts';
import { OF_HISTORIES } from './rules-of-histories.ts';
import { OF_RETURNS } from './rules-of-returns.ts';
import { OF_THE_WEEK } from './rules-of-the-week.ts';

/** Every rule that makes findings, with what to do about them. */
export const RULE_EXPLANATIONS: Readonly<Record<string, RuleExplanation>> = {
  ...OF_COSTS,
  ...OF_THE_WEEK,
  ...OF_FILES,
  ...OF_RETURNS,
  ...OF_HISTORIES,
};

/** The rule as a heading. */
export function ruleName(rule: string): string {
  return RULE_EXPLANATIONS[rule]?.name ?? rule;
}
