import type { CarePeriod, SocialWorkerEpisode } from './history.ts';
import { isShortBreak } from './lives.ts';
import type { Random } from './random.ts';

const REASONS = [
  ['LEFTRL', 34],
  ['MANAGE', 16],
  ['TSPROC', 22],
  ['ORGRST', 8],
  ['ABSENC', 8],
  ['FCONTA', 6],
  ['CHCHAN', 2],
  ['OTHERS', 4],
] as const;

/** A child's social workers, one after the other without a gap: about one a year (SSDA903, from the 2024 return). */
export function drawSocialWorkers(
  random: Random,
  period: CarePeriod,
  children: number,
): SocialWorkerEpisode[] {
  if (isShortBreak(period.course)) return [];
  const workers = Math.max(4, Math.round(children / 11));
  const episodes: SocialWorkerEpisode[] = [];
  let from = period.start;
  while (from < period.end) {
    const to = Math.min(period.end, from + 25 + Math.round(random.exponential(360)));
    episodes.push({
      worker: `SW${String(1_000 + random.whole(0, workers * 3))}`,
      from,
      to,
      reason: to === period.end ? '' : random.weighted<string>(REASONS),
    });
    from = to;
  }
  return episodes;
}
