import { z } from 'zod';
import { WellplacedError } from '../../core/errors.ts';
import {
  type IdentityProvider,
  identityProviderIn,
  missingProviderVariables,
  PROVIDER_VARIABLES,
} from './identity-provider.ts';

const SHAPE = z.object(PROVIDER_VARIABLES);
const NAMES = Object.keys(PROVIDER_VARIABLES);

/** The identity providers of councils that are served beside others. */
export interface CouncilProviders {
  /** The one of the council; undefined where its people sign in by none. */
  of(code: string): IdentityProvider | undefined;
}

/** How a council's code ends the name of a variable: `N-1` as `N_1`. */
function endingOf(code: string): string {
  return code.toUpperCase().replaceAll('-', '_');
}

function wrong(message: string): WellplacedError {
  return new WellplacedError(
    'configuration',
    message,
    'Correct or remove the variable and start again.',
  );
}

function providerOf(ending: string, given: Record<string, string>): IdentityProvider | undefined {
  const read = SHAPE.safeParse(given);
  if (!read.success) {
    // Without the values: one of them is a secret.
    const problems = read.error.issues.map(
      ({ path, message }) => `${String(path[0])}_${ending} cannot be used; ${message}`,
    );
    throw wrong(`${problems.join('. ')}.`);
  }
  const missing = missingProviderVariables(read.data);
  const provider = identityProviderIn(read.data);
  if (missing.length === 0 && provider !== undefined) return provider;
  const names = (missing.length === 0 ? NAMES.slice(0, 3) : missing).map((n) => `${n}_${ending}`);
  throw wrong(
    `The identity provider of ${ending} is named in part: ${names.join(' and ')} not set.`,
  );
}

/**
 * The providers named by variables that end in a council's code, as `WELLPLACED_OIDC_ISSUER_E10000021`.
 * Throws a WellplacedError `configuration` that names the variable at fault.
 */
export function councilProvidersIn(
  environment: Readonly<Record<string, string | undefined>>,
): CouncilProviders {
  const given = new Map<string, Record<string, string>>();
  for (const [variable, text] of Object.entries(environment)) {
    const name = NAMES.find((each) => variable.startsWith(`${each}_`));
    const value = text?.trim() ?? '';
    if (name === undefined || value === '') continue;
    const ending = variable.slice(name.length + 1).toUpperCase();
    given.set(ending, { ...given.get(ending), [name]: value });
  }
  const providers = new Map(
    [...given].map(([ending, values]) => [ending, providerOf(ending, values)]),
  );
  return { of: (code) => providers.get(endingOf(code)) };
}
