import { z } from 'zod';
import { listed, oneOrMore } from '../../core/english.ts';
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
  /** The variables whose ending stands for none of these codes. */
  ofNone(codes: readonly string[]): readonly string[];
}

/** How a council's code ends the name of a variable: `N-1` as `N_1`. */
function endingOf(code: string): string {
  return code.toUpperCase().replaceAll('-', '_');
}

/** Whether two codes would end a variable alike: one council's provider would be the other's too. */
export function endAlike(code: string, other: string): boolean {
  return endingOf(code) === endingOf(other);
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

interface Named {
  readonly variable: string;
  /** The variable without its ending. */
  readonly name: string;
  readonly ending: string;
  readonly value: string;
}

/** Those of the variables that end in something. Throws when one is none that is read here. */
function namedIn(environment: Readonly<Record<string, string | undefined>>): readonly Named[] {
  const ours = Object.entries(environment).filter(
    ([variable, text]) => variable.startsWith('WELLPLACED_OIDC_') && (text?.trim() ?? '') !== '',
  );
  const unknown = ours.filter(
    ([variable]) => !NAMES.some((name) => variable === name || variable.startsWith(`${name}_`)),
  );
  if (unknown.length > 0) {
    const read = `Read are ${NAMES.join(', ')}, each also with the code of a council at its end.`;
    const names = listed(unknown.map(([variable]) => variable));
    throw wrong(`${names} ${oneOrMore(unknown.length, 'is', 'are')} not read. ${read}`);
  }
  return ours.flatMap(([variable, text = '']) => {
    const name = NAMES.find((each) => variable.startsWith(`${each}_`));
    if (name === undefined) return [];
    const ending = variable.slice(name.length + 1).toUpperCase();
    return [{ variable, name, ending, value: text.trim() }];
  });
}

/**
 * The providers named by variables that end in a council's code, as `WELLPLACED_OIDC_ISSUER_E10000021`.
 * Throws a WellplacedError `configuration` that names the variable at fault.
 */
export function councilProvidersIn(
  environment: Readonly<Record<string, string | undefined>>,
): CouncilProviders {
  const named = namedIn(environment);
  const given = new Map<string, Record<string, string>>();
  for (const { variable, name, ending, value } of named) {
    const values = given.get(ending) ?? {};
    if (values[name] !== undefined) {
      throw wrong(`${variable} is set twice, in capital letters and in small ones.`);
    }
    given.set(ending, { ...values, [name]: value });
  }
  const providers = new Map(
    [...given].map(([ending, values]) => [ending, providerOf(ending, values)]),
  );
  return {
    of: (code) => providers.get(endingOf(code)),
    ofNone(codes) {
      const endings = new Set(codes.map(endingOf));
      return named.filter(({ ending }) => !endings.has(ending)).map(({ variable }) => variable);
    },
  };
}
