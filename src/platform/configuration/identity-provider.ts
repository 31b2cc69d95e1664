import { z } from 'zod';

/** The council's identity provider (OpenID Connect). */
export interface IdentityProvider {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim whose values are mapped to roles. */
  readonly rolesClaim: string;
  readonly scopes: string;
}

/** The names of this machine: what is sent to them travels over no network. */
const THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]'];

/** Whether what is sent to the address is protected: over https, or without leaving the machine. */
export function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, search, hash } = new URL(text);
  const safe = protocol === 'https:' || (protocol === 'http:' && THIS_MACHINE.includes(hostname));
  return safe && username === '' && search === '' && hash === '';
}

/** The variables that name the identity provider. */
export const PROVIDER_VARIABLES = {
  WELLPLACED_OIDC_ISSUER: z
    .string()
    .refine(isSafeAddress, 'allowed is the https address of the issuer, without a query')
    .optional(),
  WELLPLACED_OIDC_CLIENT_ID: z.string().optional(),
  WELLPLACED_OIDC_CLIENT_SECRET: z.string().optional(),
  WELLPLACED_OIDC_ROLES_CLAIM: z.string().default('roles'),
  WELLPLACED_OIDC_SCOPES: z
    .string()
    .regex(/(^| )openid( |$)/, 'allowed are scopes with spaces between them, openid among them')
    .default('openid profile email'),
};

const TOGETHER = [
  'WELLPLACED_OIDC_ISSUER',
  'WELLPLACED_OIDC_CLIENT_ID',
  'WELLPLACED_OIDC_CLIENT_SECRET',
] as const;

type Values = Readonly<Partial<Record<keyof typeof PROVIDER_VARIABLES, string | undefined>>>;

/** Those of the variables that are missing although another of them is set. */
export function missingProviderVariables(values: Values): readonly string[] {
  const missing = TOGETHER.filter((name) => values[name] === undefined);
  return missing.length === TOGETHER.length ? [] : missing;
}

/** The provider that the variables name; undefined when they name none. */
export function identityProviderIn(values: Values): IdentityProvider | undefined {
  const {
    WELLPLACED_OIDC_ISSUER: issuer,
    WELLPLACED_OIDC_CLIENT_ID: clientId,
    WELLPLACED_OIDC_CLIENT_SECRET: clientSecret,
    WELLPLACED_OIDC_ROLES_CLAIM: rolesClaim = 'roles',
    WELLPLACED_OIDC_SCOPES: scopes = 'openid',
  } = values;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    return undefined;
  }
  return { issuer: new URL(issuer), clientId, clientSecret, rolesClaim, scopes };
}
