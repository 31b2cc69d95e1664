import { returnModule } from '../../returns/return-modules.ts';
import {
  type ExtractKind,
  type FileKind,
  isReturnModule,
  type NameKind,
  type PlaceKind,
} from './file-kind.ts';

const OTHER_NAMES: Readonly<
  Record<ExtractKind | PlaceKind | NameKind | 'return_xml' | 'unrecognised', string>
> = {
  placement_costs: 'Placement costs',
  payments: 'Payments',
  budgets: 'Budgets',
  general_ledger: 'General ledger',
  postcodes: 'Postcode directory',
  providers: 'Ofsted provider list',
  children_names: 'Names and addresses of children',
  return_xml: 'SSDA903 return (XML)',
  unrecognised: 'Not recognised',
};

/** A kind of file in words: `Episodes`, `Placement costs`. */
export function kindName(kind: FileKind): string {
  return isReturnModule(kind) ? returnModule(kind).title : OTHER_NAMES[kind];
}
