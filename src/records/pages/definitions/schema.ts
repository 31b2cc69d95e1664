import { z } from 'zod';
import { optionalText } from '../report/optional-text.ts';

/** The query of the definitions: what is searched for. */
export const definitionsQuery = z.object({ search: optionalText });
