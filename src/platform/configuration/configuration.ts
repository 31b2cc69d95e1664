import { isIP } from 'node:net';
import { z } from 'zod';
import { WellplacedError } from '../../core/errors.ts';
import { type CouncilProviders, councilProvidersIn } from './council-providers.ts';
import {
  type IdentityProvider,
  identityProviderIn,
  isSafeAddress,
  missingProviderVariables,
  PROVIDER_VARIABLES,
} from './identity-provider.ts';

const LOG_LEVELS = ['warning', 'error', 'silent'] as const;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function wholeNumber(least: number, most: number, usual: number) {
  const allowed = `allowed is a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d+$/, allowed)
    .transform(Number)
    .refine((value) => value >= least && value <= most, allowed)
    .default(usual);
}

/** An address without a path. */
function isSafeOrigin(text: string): boolean {
  return isSafeAddress(text) && new URL(text).pathname === '/';
}

/** `10.1.2.3`, or a range no wider than a private network: in a range that held everybody, everybody would be believed. */
function isAddressOrRange(text: string): boolean {
  const [address = '', bits, more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more !== undefined) return false;
  if (bits === undefined) return true;
  const [least, most] = version === 4 ? [8, 32] : [16, 128];
  return /^\d{1,3}$/.test(bits) && Number(bits) >= least && Number(bits) <= most;
}

/** Who may say for whom they ask: those configured; else, where something ends https in front, this machine alone; else nobody. */
function proxiesIn(given: readonly string[] | undefined, address: string | undefined) {
  if (given !== undefined) return given;
  return address?.startsWith('https:') ? ['127.0.0.1', '::1'] : [];
}

function isPostgresAddress(text: string): boolean {
  return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);
}

function postgresAddress() {
  return z
    .string()
    .refine(isPostgresAddress, 'allowed is postgres://user:password@host:port/database')
    .optional();
}

const VARIABLES = z.object({
  DATABASE_URL: postgresAddress(),
  WELLPLACED_OWNER_URL: postgresAddress(),
  WELLPLACED_DATA: z.string().default('./data'),
  PORT: wholeNumber(0, 65_535, 3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'allowed is a host name or an IP address')
    .default('127.0.0.1'),
  WELLPLACED_HOST_NAMES: z
    .string()
    .transform((names) => names.split(/[\s,]+/).filter((name) => name !== ''))
    .refine(
      (names) => names.every((name) => /^[A-Za-z0-9.-]+$/.test(name)),
      'allowed are host names with commas between them, without a port',
    )
    .default([]),
  WELLPLACED_ADDRESS: z
    .string()
    // Over anything but https a session could be taken by whoever listens.
    .refine(isSafeOrigin, 'allowed is https://host, or http://localhost:port, without a path')
    .transform((address) => new URL(address).origin)
    .optional(),
  WELLPLACED_PROXY: z
    .string()
    .transform((addresses) => addresses.split(/[\s,]+/).filter((address) => address !== ''))
    .refine(
      (addresses) => addresses.every(isAddressOrRange),
      'allowed are IP addresses and ranges such as 10.0.0.0/8 with commas between them',
    )
    .optional(),
  ...PROVIDER_VARIABLES,
  WELLPLACED_SESSION_IDLE_MINUTES: wholeNumber(1, 1_440, 30),
  WELLPLACED_SESSION_HOURS: wholeNumber(1, 168, 12),
  WELLPLACED_LEAVE_SECONDS: wholeNumber(0, 600, 0),
  WELLPLACED_AUTHORITY: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,20}$/, 'allowed is a code of 1 to 20 letters, figures and hyphens')
    .optional(),
  WELLPLACED_AUTHORITY_NAME: z
    .string()
    .max(200, 'allowed is a name of up to 200 characters')
    .optional(),
  WELLPLACED_MOST_ROWS: wholeNumber(10_000, 10_000_000, 240_000),
  WELLPLACED_SMALL_NUMBER: wholeNumber(2, 20, 5),
  WELLPLACED_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'allowed is a time zone such as Europe/London')
    .default('Europe/London'),
  WELLPLACED_METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/=-]{32,200}$/, 'allowed are 32 to 200 letters, figures and . _ ~ + / = -')
    .optional(),
  WELLPLACED_LOG: z
    .enum(LOG_LEVELS, `allowed is one of ${LOG_LEVELS.join(', ')}`)
    .default('warning'),
});

/** What the environment settles for one run of the program. */
export interface Configuration {
  /** A PostgreSQL server; without it the embedded database in `dataFolder` is used. */
  readonly databaseUrl: string | undefined;
  /** The same server for the role that owns the database; for the commands that change its schema. */
  readonly ownerUrl: string | undefined;
  readonly dataFolder: string;
  readonly port: number;
  readonly host: string;
  /** Names of its own by which the service may be asked for. */
  readonly hostNames: readonly string[];
  /** The origin at which browsers reach the service; undefined on this machine only. */
  readonly address: string | undefined;
  /** The addresses, or ranges of them, from which `X-Forwarded-For` is believed. */
  readonly proxies: readonly string[];
  /** Undefined where nobody signs in by one. */
  readonly identityProvider: IdentityProvider | undefined;
  /** Those of councils that are served beside others. */
  readonly councilProviders: CouncilProviders;
  readonly sessionLimits: { readonly idleMinutes: number; readonly absoluteHours: number };
  /** How long a server that is to stop says so before it takes no more requests. */
  readonly leaveSeconds: number;
  /** The council to work for when a command names none. */
  readonly authority: string | undefined;
  readonly authorityName: string | undefined;
  /** How many rows of one kind an import may hold together in memory. */
  readonly mostRows: number;
  /** Counts from 1 to one below this are suppressed in what is made for others. */
  readonly smallNumber: number;
  readonly timeZone: string;
  /** What `/metrics` asks for; undefined where there is none. */
  readonly metricsToken: string | undefined;
  /** The least of what is logged. */
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** The value as it may be repeated in a message: a password in an address is not. */
function shown(name: string, value: string | undefined): string {
  if (/SECRET|TOKEN/.test(name)) return '"…"';
  if (!/^DATABASE_URL$|OWNER_URL$/.test(name)) return `"${value}"`;
  return `"${(value ?? '').replace(/\/\/([^:@/]*):.*@/, '//$1:…@')}"`;
}

/**
 * Reads the configuration from the environment, once, at the start. An empty variable counts as unset.
 * Throws a WellplacedError `configuration` that names every variable at fault, its value and what is allowed.
 */
export function readConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
): Configuration {
  const given = Object.fromEntries(
    Object.keys(VARIABLES.shape).map((name) => [name, environment[name]?.trim() || undefined]),
  );
  const read = VARIABLES.safeParse(given);
  if (!read.success) {
    const problems = read.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `${name} is ${shown(name, given[name])}; ${issue.message}`;
    });
    throw new WellplacedError(
      'configuration',
      `${[...new Set(problems)].join('. ')}.`,
      'Correct or remove the variable and start again.',
    );
  }
  const missing = missingProviderVariables(read.data);
  if (missing.length > 0) {
    throw new WellplacedError(
      'configuration',
      `The identity provider is named in part: ${missing.join(' and ')} not set.`,
      'Set them as well, or remove the other WELLPLACED_OIDC variables, and start again.',
    );
  }
  return {
    databaseUrl: read.data.DATABASE_URL,
    ownerUrl: read.data.WELLPLACED_OWNER_URL,
    dataFolder: read.data.WELLPLACED_DATA,
    port: read.data.PORT,
    host: read.data.HOST,
    hostNames: read.data.WELLPLACED_HOST_NAMES,
    address: read.data.WELLPLACED_ADDRESS,
    proxies: proxiesIn(read.data.WELLPLACED_PROXY, read.data.WELLPLACED_ADDRESS),
    identityProvider: identityProviderIn(read.data),
    councilProviders: councilProvidersIn(environment),
    sessionLimits: {
      idleMinutes: read.data.WELLPLACED_SESSION_IDLE_MINUTES,
      absoluteHours: read.data.WELLPLACED_SESSION_HOURS,
    },
    leaveSeconds: read.data.WELLPLACED_LEAVE_SECONDS,
    authority: read.data.WELLPLACED_AUTHORITY,
    authorityName: read.data.WELLPLACED_AUTHORITY_NAME,
    mostRows: read.data.WELLPLACED_MOST_ROWS,
    smallNumber: read.data.WELLPLACED_SMALL_NUMBER,
    timeZone: read.data.WELLPLACED_TIME_ZONE,
    metricsToken: read.data.WELLPLACED_METRICS_TOKEN,
    logLevel: read.data.WELLPLACED_LOG,
  };
}
