import { z } from 'zod';
import { TOKEN_DAYS, USUAL_TOKEN_DAYS } from '../../access-tokens/access-token.ts';

function several(value: unknown): unknown {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** The form that makes a token; only what is offered may be chosen. */
export function accessTokenForm(offered: readonly string[]) {
  return z.object({
    name: z
      .string('Enter what the token is for, such as “Power BI, placements dashboard”')
      .trim()
      .min(3, 'Enter what the token is for, such as “Power BI, placements dashboard”')
      .max(100, 'What the token is for must be 100 characters or fewer'),
    scopes: z.preprocess(
      several,
      z
        .array(z.enum(offered, 'Choose from what you may do yourself'))
        .min(1, 'Choose at least one thing that the token may do'),
    ),
    days: z
      .enum(TOKEN_DAYS.map(String), 'Choose how long the token works')
      .default(String(USUAL_TOKEN_DAYS))
      .transform(Number),
  });
}
