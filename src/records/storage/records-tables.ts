import type { ChildNameTable } from '../names/name-table.ts';
import type { FindingDecisionTable } from './finding-decisions.ts';
import type {
  ColumnMappingTable,
  FindingTable,
  ImportFileTable,
  ImportProgressTable,
  ImportTable,
  RejectionTable,
  RepairTable,
  UploadChunkTable,
} from './import-table-types.ts';

/** The tables of this wing as queries see them: dates as ISO text, money as whole pence. */
interface CouncilRow {
  authority_id: string;
}

interface ReturnRecord extends CouncilRow {
  child_id: string;
  return_year: number;
  import_id: string | null;
}

interface ChildTable extends ReturnRecord {
  sex: string | null;
  dob: string | null;
  ethnic: string | null;
  upn: string | null;
  mother: string | null;
  mc_dob: string | null;
}

interface EpisodeTable extends ReturnRecord {
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
  /** RNE as reported, '' for none, where a row of the same day without a night, which gave way to this one, makes it S. */
  replaced_rne: string | null;
}

interface UascTable extends ReturnRecord {
  sex: string | null;
  dob: string | null;
  duc: string | null;
}

interface ReviewTable extends ReturnRecord {
  review: string;
  review_code: string | null;
}

interface MissingTable extends ReturnRecord {
  mis_start: string;
  missing: string | null;
  mis_end: string | null;
}

interface SocialWorkerEpisodeTable extends ReturnRecord {
  sw_decom: string;
  sw_id: string | null;
  sw_dec: string | null;
  sw_reason: string | null;
}

interface CostElementTable extends CouncilRow {
  child_id: string;
  placement_start: string;
  element: string;
  weekly_rate: number;
  from_date: string;
  to_date: string | null;
  funder: string;
  provider: string;
  contract: string | null;
  cost_centre: string;
  subjective: string;
  import_id: string | null;
}

interface PaymentTable extends CouncilRow {
  payment_ref: string;
  /** Which of the lines of its reference, child, placement, element and period it is, from 1. */
  occurrence: number;
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
}

interface BudgetTable extends CouncilRow {
  start_year: number;
  cost_centre: string;
  subjective: string;
  description: string | null;
  annual: number;
  monthly: number[];
  import_id: string | null;
}

interface PostcodeTable extends CouncilRow {
  postcode: string;
  local_authority: string | null;
  easting: number | null;
  northing: number | null;
  import_id: string | null;
}

interface ProviderTable extends CouncilRow {
  urn: string;
  name: string;
  setting_type: string | null;
  sector: string | null;
  import_id: string | null;
}

/** Every table of records. Those typed only by child and return are written by imports and read whole. */
export interface RecordsTables {
  child: ChildTable;
  episode: EpisodeTable;
  uasc: UascTable;
  review: ReviewTable;
  oc2: ReturnRecord;
  oc3: ReturnRecord;
  ad1: ReturnRecord;
  placed_adoption: ReturnRecord;
  previous_permanence: ReturnRecord;
  deprivation_of_liberty: ReturnRecord;
  missing: MissingTable;
  social_worker_episode: SocialWorkerEpisodeTable;
  cost_element: CostElementTable;
  payment: PaymentTable;
  budget: BudgetTable;
  postcode: PostcodeTable;
  provider: ProviderTable;
  child_name: ChildNameTable;
  import: ImportTable;
  import_progress: ImportProgressTable;
  import_file: ImportFileTable;
  rejection: RejectionTable;
  repair: RepairTable;
  finding: FindingTable;
  finding_decision: FindingDecisionTable;
  column_mapping: ColumnMappingTable;
  upload_chunk: UploadChunkTable;
}
