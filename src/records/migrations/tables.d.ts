// Written by `npm run table-types` from the migrations beside it; a test compares the two.
import type { Generated } from 'kysely';

/** The tables that these migrations make, as a query’s answer holds their rows; `Generated` may be left out when a row is added. */
export interface MigratedTables {
  ad1: {
    authority_id: string;
    child_id: string;
    date_int: string | null;
    date_match: string | null;
    foster_care: string | null;
    nb_adoptr: string | null;
    sex_adoptr: string | null;
    ls_adoptr: string | null;
    return_year: number;
    import_id: string | null;
    revision: Generated<number>;
    file_number: number | null;
    line: number | null;
  };
  budget: {
    authority_id: string;
    start_year: number;
    cost_centre: string;
    subjective: string;
    description: string | null;
    annual: number;
    monthly: number[];
    import_id: string | null;
    revision: Generated<number>;
    file_number: number | null;
    line: number | null;
  };
  child: {
    authority_id: string;
    child_id: string;
    sex: string | null;
    dob: string | null;
    ethnic: string | null;
    upn: string | null;
    mother: string | null;
    mc_dob: string | null;
    return_year: number;
    import_id: string | null;
    revision: Generated<number>;
    file_number: number | null;
    line: number | null;
  };
  child_link: {
    authority_id: string;
    import_id: string;
    /** the identifier under which nothing more is recorded */
    child_id: string;
    /** the identifier under which everything is */
    follows: string;
    kind: 'merged' | 'returned' | 'adopted';
    /** the name of the child in reports under the first identifier, for leaving out what holds it */
    pseudonym: string;
    stands: Generated<boolean>;
    /** how many records followed when it was made */
    moved: number | null;
    /** how many did not, for the other identifier had one of the same key */
    left_out: number | null;
  };
  child_name: {
    authority_id: string;
    child_id: string;
    given_name: string | null;
    family_name: string | null;
    home_address: string | null;
    import_id: string | null;
    revision: Generated<number>;
    file_number: number | null;
    line: number | null;
  };
  column_mapping: {
    authority_id: string;
    name: string;
    kind: string;
    header: unknown;
    mapping: unknown;
  };
  cost_element: {
    authority_id: string;
    child_id: string;
    placement_start: string;
    element: string;
    weekly_rate: number;
    from_date: string;
    to_date: string | null;
    funder: string;
    provider: Generated<string>;
    contract: string | null;
    cost_centre: Generated<string>;
    subjective: Generated<string>;
    import_id: string | null;
    revision: Generated<number>;
    file_number: number | null;
    line: number | null;
    occurrence: Generated<number>;
  };
  deprivation_of_liberty: {
    authority_id: string;
    child_id: string;
    dolo_start: string;
    dolo_end: string | null;
    return_year: number;
    import_id: string | null;
    revision: Generated<number>;
    file_number: number | null;
    line: number | null;
  };
  episode: {
    authority_id: string;
    child_id: string;
    decom: string;
    rne: string | null;
    ls: string | null;
    cin: string | null;
    place: string;
    place_provider: string | null;
    dec: string | null;
    rec: string | null;
    reason_place_change: string | null;
    home_post: string | null;
    pl_post: string | null;
    urn: string | null;
    reported_dec: string | null;
    reported_rec: string | null;
    return_year: number;
    import_id: string | null;
    /** RNE as reported, where a row of the same day without a night makes it S; empty text for none */
    replaced_rne: string | null;
    revision: Generated<number>;
    file_number: number | null;
    line: number | null;
  };
  finding: {
    authority_id: string;
    finding_key: string;
    severity: string;
    rule: string;
    child_id: string | null;
    kind: string;
    return_year: number;
    path: string | null;
    line: number | null;
    column_name: string | null;
    value: string | null;
    message: string;
    import_id: string;
    resolved_import_id: string | null;
    /** the import that had ended it, while that is taken back */
    unsettled_import_id: string | null;
  };
  finding_decision: {
    authority_id: string;
    subject_key: string;
    decision_number: number;
    /** the name as it was */
    decided_by: string;
    decided_at: Generated<Date>;
    verdict: 'accepted' | 'to-be-mended' | 'reopened' | 'ended';
    reason: string;
    /** the name as it was: a person's, a team's or that of somebody outside */
    mender: string | null;
    mend_by: string | null;
    alike: number;
    rule: string;
    child_id: string | null;
    kind: string;
    return_year: number;
    message: string;
    person_id: string | null;
    person_role: string | null;
    /** which person mends it; empty for a team or somebody outside, and before people stood by id */
    mender_id: string | null;
  };
  gone_answer: {
    authority_id: string;
    /** the child and the first day of the episode left open */
    subject_key: string;
    decision_number: number;
    /** the name as it was */
    decided_by: string;
    decided_at: Generated<Date>;
    person_id: string | null;
    person_role: string | null;
    answer: 'ended' | 'moved' | 'missing' | 'taken back';
    ended_on: string | null;
    rec: string | null;
    reason: string;
    child_id: string;
    decom: string;
    /** the newest return that named the child when it was said */
    last_named: number;
    /** the newest whole return when it was said */
    newest: number;
  };
  import: {
    authority_id: string;
    import_id: string;
    requested_at: Date;
    /** the name as it was: a person's or a program's */
    requested_by: string;
    reason: string;
    origin: 'upload' | 'command line' | 'demonstration' | 'page';
    status: 'receiving' | 'queued' | 'running' | 'complete' | 'refused' | 'interrupted' | 'cancelled';
    finished_at: Date | null;
    problem: string | null;
    tries: Generated<number>;
    /** empty for an import by the command line */
    person_id: string | null;
    person_role: string | null;
    /** for what its files stand, where whoever imports said so */
    extent: 'whole' | 'changes' | null;
    accepts_large_change: Generated<boolean>;
    /** what it would have changed of what stood, where that was too much to go without a word */
    large_change: unknown;
    taken_back: Generated<boolean>;
    /** the import that this one takes back or puts back, having no files of its own */
    turns_import: string | null;
    turn: 'taken back' | 'put back' | null;
    /** how many records that added, changed and withdrew */
    turned: unknown;
    /** the program that read its files, and the day on which: another reads the same files otherwise at most */
    read_as: string | null;
    /** the import of the very same files, the newest before it, for which its own were not read again */
    same_as: string | null;
  };
  import_file: {
    authority_id: string;
    import_id: string;
    file_number: number;
    path: string;
    bytes: number;
    sha256: string | null;
    kind: string | null;
    return_year: number | null;
    header: unknown;
    sample: unknown;
    ignored_columns: Generated<unknown>;
    row_count: Generated<number>;
    accepted: Generated<number>;
    rejected: Generated<number>;
    superseded: Generated<number>;
    repaired: Generated<number>;
    added: Generated<number>;
    changed: Generated<number>;
    problem: string | null;
    source_number: number | null;
    /** as what the file was read: its layout, mapping and return year */
    plan: unknown;
    withdrawn: Generated<number>;
    extent: 'whole' | 'changes' | null;
  };
  import_progress: {
    authority_id: string;
    import_id: string;
    stage: string;
    done: number;
    total: number;
    heard_at: Date;
  };
  kept_part: {
    authority_id: string;
    sha256: string;
    part_number: number;
    content: Uint8Array;
  };
  ledger_line: {
    authority_id: string;
    journal: string;
    journal_line: string;
    posted_on: string;
    /** the calendar year in which its financial year starts */
    start_year: number;
    /** the accounting period, April being 1; what is posted after March counts in 12 */
    period: number;
    cost_centre: string;
    subjective: string;
    amount: number;
    supplier: string | null;
    reference: string | null;
    description: string | null;
    journal_type: string | null;
    occurrence: Generated<number>;
    import_id: string | null;
    revision: Generated<number>;
    file_number: number | null;
    line: number | null;
  };
  missing: {
    authority_id: string;
    child_id: string;
    mis_start: string;
    missing: string | null;
    mis_end: string | null;
    return_year: number;
    import_id: string | null;
    revision: Generated<number>;
    file_number: number | null;
    line: number | null;
  };
  oc2: {
    authority_id: string;
    child_id: string;
    return_year: number;
    sdq_score: string | null;
    sdq_reason: string | null;
    convicted: string | null;
    health_check: string | null;
    immunisations: string | null;
    teeth_check: string | null;
    health_assessment: string | null;
    substance_misuse: string | null;
    intervention_received: string | null;
    intervention_offered: string | null;
    import_id: string | null;
    revision: Generated<number>;
    file_number: number | null;
    line: number | null;
  };
  oc3: {
    authority_id: string;
    child_id: string;
    return_year: number;
    in_touch: string | null;
    activ: string | null;
    accom: string | null;
    import_id: string | null;
    revision: Generated<number>;
    file_number: number | null;
    line: number | null;
  };
  payment: {
    authority_id: string;
    payment_ref: string;
    run_date: string;
    period_from: string;
    period_to: string;
    child_id: string;
    placement_start: string;
    provider: string | null;
    element: string;
    gross: number;
    contribution_source: string | null;
    contribution: number;
    cost_centre: string | null;
    subjective: string | null;
    status: string;
    corrects_ref: string | null;
    import_id: string | null;
    occurrence: Generated<number>;
    revision: Generated<number>;
    file_number: number | null;
    line: number | null;
  };
  placed_adoption: {
    authority_id: string;
    child_id: string;
    date_placed: string;
    date_placed_ceased: string | null;
    reason_placed_ceased: string | null;
    return_year: number;
    import_id: string | null;
    revision: Generated<number>;
    file_number: number | null;
    line: number | null;
  };
  postcode: {
    authority_id: string;
    postcode: string;
    local_authority: string | null;
    easting: number | null;
    northing: number | null;
    import_id: string | null;
    revision: Generated<number>;
    file_number: number | null;
    line: number | null;
  };
  previous_permanence: {
    authority_id: string;
    child_id: string;
    prev_perm: string | null;
    la_perm: string | null;
    date_perm: string | null;
    return_year: number;
    import_id: string | null;
    revision: Generated<number>;
    file_number: number | null;
    line: number | null;
  };
  provider: {
    authority_id: string;
    urn: string;
    name: string;
    setting_type: string | null;
    sector: string | null;
    import_id: string | null;
    revision: Generated<number>;
    file_number: number | null;
    line: number | null;
  };
  published_report: {
    authority_id: string;
    published_report_id: string;
    week_ending: string;
    published_at: Date;
    published_by: string;
    person_id: string | null;
    person_role: string | null;
    /** the newest when it was made; 0 before revisions were numbered */
    revision: number;
    /** counts of children below it were withheld */
    small_number: number;
    /** headline figures before any was withheld, by name: counts, and money in pence */
    figures: unknown;
  };
  record_version: {
    authority_id: string;
    table_name: string;
    /** the columns that name the record, as the text of a JSON object */
    row_key: string;
    known_from: number;
    known_until: number;
    ended: 'changed' | 'withdrawn';
    /** the import that ended it; empty text for what a person answered */
    import_id: string;
    child_id: string | null;
    record: unknown;
  };
  rejection: {
    authority_id: string;
    import_id: string;
    file_number: number;
    rejection_number: number;
    kind: string;
    line: number;
    column_name: string | null;
    value: string | null;
    reason: string;
    cells: unknown;
  };
  repair: {
    authority_id: string;
    repair_key: string;
    rule: string;
    module: string;
    child_id: string;
    record_key: string;
    before: unknown;
    after: unknown;
    import_id: string;
  };
  restriction: {
    authority_id: string;
    child_id: string;
    restriction_id: string;
    /** the name of the child in reports, for leaving out what holds it */
    pseudonym: string;
    kind: string;
    reason: string;
    restricted_by: string;
    restricted_at: Date;
    ended_by: string | null;
    ended_at: Date | null;
  };
  restriction_opening: {
    authority_id: string;
    child_id: string;
    restriction_id: string;
    opening_id: string;
    person_id: string;
    reason: string;
    opened_at: Date;
    shut_at: Date;
    acknowledged_by: string | null;
    acknowledged_at: Date | null;
  };
  restriction_reader: {
    authority_id: string;
    child_id: string;
    restriction_id: string;
    person_id: string;
    named_at: Date;
    removed_at: Date | null;
  };
  review: {
    authority_id: string;
    child_id: string;
    review: string;
    review_code: string | null;
    return_year: number;
    import_id: string | null;
    revision: Generated<number>;
    file_number: number | null;
    line: number | null;
  };
  revision: {
    authority_id: string;
    revision: number;
    made_at: Date;
    kind: Generated<'import' | 'taken back' | 'put back' | 'answered'>;
    /** empty for what a person answered */
    import_id: string | null;
  };
  social_worker_episode: {
    authority_id: string;
    child_id: string;
    sw_decom: string;
    sw_id: string | null;
    sw_dec: string | null;
    sw_reason: string | null;
    return_year: number;
    import_id: string | null;
    revision: Generated<number>;
    file_number: number | null;
    line: number | null;
  };
  uasc: {
    authority_id: string;
    child_id: string;
    sex: string | null;
    dob: string | null;
    duc: string | null;
    return_year: number;
    import_id: string | null;
    revision: Generated<number>;
    file_number: number | null;
    line: number | null;
  };
  upload_chunk: {
    authority_id: string;
    import_id: string;
    file_number: number;
    chunk_number: number;
    path: string;
    content: Uint8Array;
  };
}
