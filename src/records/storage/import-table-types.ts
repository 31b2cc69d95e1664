/** The tables of imports as queries see them: files, what was turned away, repaired and found, and uploads. */
interface CouncilRow {
  authority_id: string;
}

export interface ImportTable extends CouncilRow {
  import_id: string;
  requested_at: Date;
  /** The name as it was. */
  requested_by: string;
  person_id: string | null;
  person_role: string | null;
  reason: string;
  origin: string;
  status: string;
  finished_at: Date | null;
  problem: string | null;
}

export interface ImportProgressTable extends CouncilRow {
  import_id: string;
  stage: string;
  done: number;
  total: number;
  heard_at: Date;
}

export interface ImportFileTable extends CouncilRow {
  import_id: string;
  file_number: number;
  source_number: number | null;
  path: string;
  bytes: number;
  sha256: string | null;
  kind: string | null;
  return_year: number | null;
  header: unknown;
  /** The first rows of a table of no known layout, with their lines; null for other files. */
  sample: unknown;
  ignored_columns: unknown;
  row_count: number;
  accepted: number;
  rejected: number;
  superseded: number;
  repaired: number;
  added: number;
  changed: number;
  problem: string | null;
}

export interface RejectionTable extends CouncilRow {
  import_id: string;
  file_number: number;
  rejection_number: number;
  kind: string;
  line: number;
  column_name: string | null;
  value: string | null;
  reason: string;
  cells: unknown;
}

export interface RepairTable extends CouncilRow {
  repair_key: string;
  rule: string;
  module: string;
  child_id: string;
  record_key: string;
  before: unknown;
  after: unknown;
  import_id: string;
}

export interface FindingTable extends CouncilRow {
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
}

export interface ColumnMappingTable extends CouncilRow {
  name: string;
  kind: string;
  header: unknown;
  mapping: unknown;
}

export interface UploadChunkTable extends CouncilRow {
  import_id: string;
  file_number: number;
  chunk_number: number;
  path: string;
  content: Uint8Array;
}
