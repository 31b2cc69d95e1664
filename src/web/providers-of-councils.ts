import { WellplacedError } from '../core/errors.ts';
import type { Configuration } from '../platform/configuration/configuration.ts';
import { endAlike } from '../platform/configuration/council-providers.ts';

/**
 * Throws a WellplacedError `provider-of-no-council` when a variable names an identity provider of a
 * council that there is not, for whoever set it believes that its people sign in there; and
 * `provider-of-two-councils` when two councils' codes end it alike.
 */
export function assertProvidersOfCouncils(
  { councilProviders }: Pick<Configuration, 'councilProviders'>,
  codes: readonly string[],
): void {
  const strays = councilProviders.ofNone(codes);
  if (strays.length > 0) {
    throw new WellplacedError(
      'provider-of-no-council',
      `No council in this database has the code at the end of ${strays.join(', ')}.`,
      `Correct the ending or remove the variable; the councils are ${codes.join(', ')}. A council is added by "wellplaced council CODE".`,
    );
  }
  for (const [at, code] of codes.entries()) {
    const other = codes.slice(at + 1).find((each) => endAlike(code, each));
    if (other === undefined || councilProviders.of(code) === undefined) continue;
    throw new WellplacedError(
      'provider-of-two-councils',
      `The WELLPLACED_OIDC variables of the council ${code} are those of the council ${other} too: their codes end a variable alike.`,
      'Serve each of them from a process of its own, with --authority CODE and variables without an ending.',
    );
  }
}
