import type { Generated } from 'kysely';

/** The tables that the platform's migration creates, for typed queries. Days and JSON as `values.ts` reads them. */
export interface PlatformTables {
  authority: {
    authority_id: string;
    name: string;
    area_codes: string[];
    demonstration_seed: number | null;
    pseudonym_secret: string;
    created_at: Generated<Date>;
    token_rest_days: Generated<number>;
    upload_council_mb: Generated<number>;
    upload_person_mb: Generated<number>;
    uploads_waiting: Generated<number>;
    host_name: string | null;
    brand_colour: string | null;
  };
  authority_directory: { authority_id: string; name: string; host_name: string | null };
  audit_entry: {
    authority_id: string;
    audit_entry_id: Generated<string>;
    happened_at: Generated<Date>;
    /** Those of the transaction, whatever is given. */
    actor: Generated<string>;
    reason: Generated<string>;
    person_id: Generated<string | null>;
    person_role: Generated<string | null>;
    /** `insert`, `update` and `delete` are written by triggers; others, such as `import`, by whoever does them. */
    action: string;
    table_name: string;
    row_key: object;
    before: object | null;
    after: object | null;
    import_id: string | null;
    /** What was changed together has the same. */
    transaction_id: Generated<string>;
    /** Its place in the council's chain, given at the commit. */
    seq: Generated<number>;
  };
}
