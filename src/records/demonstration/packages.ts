import { penceOf } from '../../core/money.ts';
import type { DayNumber } from '../../core/plain-date.ts';
import type { Contract } from '../model.ts';
import { type Calendar, dayOf, financialYearStart } from './calendar.ts';
import type { CareEpisode, Life, PackageElement, Placement, SettingKind } from './history.ts';
import { ledgerCode } from './ledger-codes.ts';
import { drawUplift, drawWeeklyPrice } from './prices.ts';
import type { Random } from './random.ts';
import { drawCoreContribution, drawSupplements, type PricedElement } from './supplements.ts';

const CONTRACTS: Readonly<Record<SettingKind, readonly (readonly [Contract, number])[]>> = {
  agencyResidential: [
    ['framework', 48],
    ['spot', 44],
    ['block', 8],
  ],
  agencyFoster: [
    ['framework', 82],
    ['spot', 18],
  ],
  supported: [
    ['framework', 55],
    ['spot', 30],
    ['block', 15],
  ],
  residentialSchool: [
    ['framework', 40],
    ['spot', 60],
  ],
  secure: [['spot', 1]],
  custody: [['spot', 1]],
  health: [['spot', 1]],
  adoption: [['in_house', 1]],
  ownHome: [['in_house', 1]],
  inHouseFoster: [['in_house', 1]],
  kinship: [['in_house', 1]],
  withParents: [['in_house', 1]],
};

interface Bought {
  readonly life: Life;
  readonly placement: Placement;
  readonly contract: Contract;
}

/** One row a funder, from a day to the next 1 April or to the end. */
function rowsOf(
  bought: Bought,
  priced: PricedElement,
  weekly: number,
  from: number,
  to: number,
): PackageElement[] {
  const { placement, contract, life } = bought;
  const rate = Math.round(weekly * 100);
  const other = Math.round(rate * (priced.contribution?.share ?? 0));
  const row = {
    placementStart: placement.start,
    element: priced.element,
    from,
    to,
    provider: placement.setting.provider,
    contract,
    ...ledgerCode(life, placement, priced.element),
  };
  const rows: PackageElement[] = [];
  if (rate > other) rows.push({ ...row, weeklyRate: penceOf(rate - other), funder: 'social_care' });
  if (other > 0 && priced.contribution !== undefined) {
    rows.push({ ...row, weeklyRate: penceOf(other), funder: priced.contribution.funder });
  }
  return rows;
}

function split(
  random: Random,
  bought: Bought,
  priced: PricedElement,
  firstDay: DayNumber,
): PackageElement[] {
  const rows: PackageElement[] = [];
  let weekly = Math.round(priced.weekly * 100) / 100;
  let from = priced.from;
  while (from < priced.to) {
    const nextApril = dayOf(financialYearStart(from) + 1, 4, 1);
    const to = priced.uplifted ? Math.min(priced.to, nextApril) : priced.to;
    if (to > firstDay) rows.push(...rowsOf(bought, priced, weekly, from, to));
    weekly *= 1 + drawUplift(random, bought.placement.setting.kind);
    from = to;
  }
  return rows;
}

function drawElements(random: Random, life: Life, placement: Placement): PricedElement[] {
  const period = life.periods.findLast(({ start }) => start <= placement.start);
  if (period === undefined) return [];
  const { kind } = placement.setting;
  if (kind === 'withParents' && !random.chance(0.25)) return [];
  const price = drawWeeklyPrice(random, life, period, placement);
  const core: PricedElement = {
    element: kind === 'withParents' ? 'other' : 'core',
    weekly: kind === 'agencyResidential' ? Math.round(price / 5) * 5 : price,
    from: placement.start,
    to: placement.end,
    uplifted: true,
    contribution: drawCoreContribution(random, life, placement),
  };
  return [core, ...drawSupplements(random, life, placement)];
}

/** The stretches of a placement that returns tell apart, each with the DECOM under which finance holds it. */
function stretchesOf(placement: Placement, episodes: readonly CareEpisode[], firstDay: DayNumber) {
  const { start, end, later } = placement;
  const bounds = later === undefined ? [start, end] : [start, later.from, end];
  return bounds.slice(0, -1).map((from, index) => {
    const to = bounds[index + 1] ?? end;
    const known = episodes.find(
      ({ decom, dec, place }) =>
        decom >= from && decom < to && dec >= firstDay && !place.startsWith('T'),
    );
    return { from, to, placementStart: known?.decom ?? from };
  });
}

/**
 * The cost elements of every placement that runs in the returns' years: the price of the placement, what
 * is bought on top, and a new row each 1 April when prices rise. Temporary stays change nothing. A row's
 * placement start is the DECOM of the placement's first episode that the returns hold.
 */
export function drawPackages(
  random: Random,
  life: Life,
  care: { readonly placements: readonly Placement[]; readonly episodes: readonly CareEpisode[] },
  calendar: Calendar,
): PackageElement[] {
  const packages: PackageElement[] = [];
  for (const placement of care.placements) {
    if (placement.start > calendar.asOf || placement.end <= calendar.firstDay) continue;
    const bought = {
      life,
      placement,
      contract: random.weighted(CONTRACTS[placement.setting.kind]),
    };
    const stretches = stretchesOf(placement, care.episodes, calendar.firstDay);
    for (const priced of drawElements(random, life, placement)) {
      for (const row of split(random, bought, priced, calendar.firstDay)) {
        for (const stretch of stretches) {
          const from = Math.max(row.from, stretch.from, stretch.placementStart);
          const to = Math.min(row.to, stretch.to);
          if (to <= from || to <= calendar.firstDay || from > calendar.asOf) continue;
          packages.push({ ...row, from, to, placementStart: stretch.placementStart });
        }
      }
    }
  }
  return packages;
}
