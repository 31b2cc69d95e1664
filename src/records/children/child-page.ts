import { openToParts } from '../../platform/wing/page-part.tsx';

/** The child's own page, for those who add a part to it. */
export const CHILD_PAGE = openToParts('child');
