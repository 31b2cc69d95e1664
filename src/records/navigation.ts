import type { NavigationEntry } from '../platform/wing/wing.ts';
import { paths } from './paths.ts';

/** Where the pages of the records stand in the navigation. */
export const NAVIGATION: readonly NavigationEntry[] = [
  { section: 'Records', text: 'Children', href: paths.children },
  { section: 'Records', text: 'Children gone', href: paths.childrenGone },
  { section: 'Records', text: 'Providers', href: paths.providers },
  { section: 'Records', text: 'Findings', href: paths.findings },
  { section: 'Records', text: 'Imports', href: paths.imports },
  { section: 'Records', text: 'What changed', href: paths.whatChanged },
  { section: 'Records', text: 'Set-up', href: paths.setUp },
  { section: 'Records', text: 'Restricted children', href: paths.restrictedChildren },
  { section: 'Reports', text: 'Weekly report', href: paths.report },
  { section: 'Reports', text: 'Since last week', href: '/report/since-last-week' },
  { section: 'Reports', text: 'Movements', href: '/report/movements' },
  { section: 'Reports', text: 'Costs', href: '/report/costs' },
  { section: 'Reports', text: 'Payments', href: '/report/payments' },
  { section: 'Reports', text: 'Pay runs', href: '/report/pay-runs' },
  { section: 'Reports', text: 'Budgets', href: '/report/budgets' },
  { section: 'Reports', text: 'Reconciliation', href: paths.reconciliation() },
  { section: 'Reports', text: 'Outturn', href: '/report/outturn' },
  { section: 'Audit', text: 'Openings of restricted children', href: paths.openingsOfRestricted },
];
