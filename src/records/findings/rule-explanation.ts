/** What a rule's finding means to the people who read it. */
export interface RuleExplanation {
  /** The rule as a heading. */
  readonly name: string;
  /** Why it matters, and what to do about it. */
  readonly whatToDo: string;
  /** Who can mend it. */
  readonly whoMends: string;
}

/** Who can mend a return. */
export const DATA_TEAM = 'The team that makes the return';
/** Who can mend a cost. */
export const COST_TEAM = 'Placements officer with finance';
/** What to do about an episode that cannot be so. */
export const THE_CASE = 'Correct the dates or the reason in the case system and import again.';
