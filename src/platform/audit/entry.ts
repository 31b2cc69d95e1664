/** One entry of the audit trail, as it is read by people. */
export interface AuditEntry {
  /** Its place in the council's chain. */
  readonly seq: number;
  readonly happenedAt: Date;
  /** How they were called then: a person or a program. */
  readonly actor: string;
  /** Empty for a program, and before people stood by id. */
  readonly personId: string | null;
  readonly role: string | null;
  readonly reason: string;
  /** `view`, `export`, `insert`, `update`, `delete`, or what a program did, such as `import`. */
  readonly action: string;
  /** A table's name, or what was seen or taken. */
  readonly thing: string;
  readonly key: Readonly<Record<string, unknown>>;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly importId: string | null;
}

/** What tables and columns are called in words, given by the wings that have them; those not named are called as they are. */
export interface Names {
  readonly things: Readonly<Record<string, string>>;
  readonly columns: Readonly<Record<string, string>>;
}
