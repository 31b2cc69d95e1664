import { viewOf } from '../../../platform/http/audit-event.ts';
import { page, type Reply } from '../../../platform/http/reply.ts';
import type { PageRequest } from '../../../platform/http/route.ts';
import { paths } from '../../paths.ts';
import type { Route } from '../../permissions.ts';
import type { WatchedOpening } from '../restriction.ts';
import type { RestrictionTables } from '../tables.ts';
import { loadWatchedOpenings } from '../watched-openings.ts';
import { WATCHED_TITLE, WatchedOpeningsView } from './watched-view.tsx';

async function show({ whole }: PageRequest): Promise<Reply> {
  const openings = await whole.read<RestrictionTables, readonly WatchedOpening[]>(
    loadWatchedOpenings,
  );
  return page({
    title: WATCHED_TITLE,
    section: 'Audit',
    content: WatchedOpeningsView({ openings }),
  });
}

/** Who opened a restricted child, when and why, for whoever watches over it and sees no such child. */
export function watchedOpeningsRoutes(): readonly Route[] {
  return [
    {
      method: 'GET',
      path: paths.openingsOfRestricted,
      permission: 'see openings of restricted children',
      audit: viewOf('openings of restricted children'),
      handle: show,
    },
  ];
}
