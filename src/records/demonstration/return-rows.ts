import { birthday, figures } from './calendar.ts';
import { type ChildYear, isTold, randomFor } from './child-year.ts';
import { soiled, typed } from './dirt.ts';
import { isLeaver } from './leavers.ts';

/** CHILD, SEX, DOB, ETHNIC, UPN, MOTHER, MC_DOB: every child with an episode or a leaver's birthday in the return. */
export function headerRows(child: ChildYear): string[] {
  const { history, until } = child;
  if (child.episodes.length === 0 && !isLeaver(child)) return [];
  const { motherSince } = history;
  const mother = motherSince !== undefined && motherSince <= until;
  const day = mother ? figures(motherSince) : '';
  return [
    `${history.childId},${child.sex},${child.dateOfBirth},${history.life.ethnicity},${history.upn},${mother ? 1 : 0},${day}`,
  ];
}

/** CHILD, DECOM, RNE, LS, CIN, PLACE, PLACE_PROVIDER, DEC, REC, REASON_PLACE_CHANGE, HOME_POST, PL_POST, URN. */
export function episodeRows(child: ChildYear): string[] {
  if (child.episodes.length === 0) return [];
  const { history, until } = child;
  const random = randomFor(child, 'episodes');
  return child.episodes.map((whole) => {
    const episode = soiled(random, whole, child);
    const open = whole.dec > until;
    const ending = open
      ? ',,'
      : `${typed(random, figures(episode.dec))},${episode.rec},${episode.reasonPlaceChange}`;
    const start = typed(random, figures(episode.decom));
    return `${history.childId},${start},${episode.rne},${episode.ls},${episode.need},${episode.place},${episode.placeProvider},${ending},${episode.homePostcode},${episode.postcode},${episode.urn}`;
  });
}

/** CHILD, SEX, DOB, DUC: unaccompanied until the eighteenth birthday. */
export function unaccompaniedRows(child: ChildYear): string[] {
  const { life, childId } = child.history;
  if (!life.unaccompanied || child.episodes.length === 0) return [];
  const ceases = birthday(life.dateOfBirth, 18);
  if (ceases < child.year.firstDay) return [];
  return [`${childId},${child.sex},${child.dateOfBirth},${figures(ceases)}`];
}

/** CHILD, DOB, REVIEW, REVIEW_CODE. */
export function reviewRows(child: ChildYear): string[] {
  const { reviews, childId } = child.history;
  return reviews
    .filter(({ day }) => isTold(child, day))
    .map(({ day, code }) => `${childId},${child.dateOfBirth},${figures(day)},${code}`);
}

/** CHILD, DOB, MISSING, MIS_START, MIS_END. */
export function missingRows(child: ChildYear): string[] {
  const { missing, childId } = child.history;
  return missing
    .filter(({ start, end }) => start <= child.until && end > child.since)
    .map(({ kind, start, end }) => {
      const back = end <= child.until ? figures(end) : '';
      return `${childId},${child.dateOfBirth},${kind},${figures(start)},${back}`;
    });
}

/** CHILD, DOB, SW_ID, SW_DECOM, SW_DEC, SW_REASON. */
export function socialWorkerRows(child: ChildYear): string[] {
  const { socialWorkers, childId } = child.history;
  return socialWorkers
    .filter(({ from, to }) => from <= child.until && to > child.since)
    .map(({ worker, from, to, reason }) => {
      const ending = to <= child.until ? `${figures(to)},${reason}` : ',';
      return `${childId},${child.dateOfBirth},${worker},${figures(from)},${ending}`;
    });
}
