/** What stands in place of a figure withheld for confidentiality (the `[c]` of the Government Statistical Service's table symbols). Every withheld figure looks the same. */
export const HIDDEN = '[c]';
export type Hidden = typeof HIDDEN;
