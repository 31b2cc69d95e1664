/** What a child is called and where the child’s home is. */
export interface NameRow {
  readonly line: number;
  readonly childId: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  /** In one line, as it is written on an envelope. */
  readonly homeAddress: string | null;
}
