import { describe, expect, it, test } from 'vitest';
import { WellplacedError } from '../../core/errors.ts';
import { readConfiguration } from './configuration.ts';

function refusal(environment: Record<string, string>): WellplacedError {
  try {
    readConfiguration(environment);
  } catch (error) {
    if (error instanceof WellplacedError) return error;
    throw error;
  }
  throw new Error('the configuration was taken');
}

describe('the configuration', () => {
  it('starts with nothing set', () => {
    expect(readConfiguration({})).toEqual({
      councilProviders: { of: expect.any(Function), ofNone: expect.any(Function) },
      databaseUrl: undefined,
      dataFolder: './data',
      port: 3000,
      host: '127.0.0.1',
      hostNames: [],
      proxies: [],
      address: undefined,
      identityProvider: undefined,
      sessionLimits: { idleMinutes: 30, absoluteHours: 12 },
      leaveSeconds: 0,
      authority: undefined,
      authorityName: undefined,
      mostRows: 240_000,
      smallNumber: 5,
      timeZone: 'Europe/London',
      logLevel: 'warning',
    });
  });

  it('takes what is set and treats an empty variable as unset', () => {
    const configuration = readConfiguration({
      DATABASE_URL: 'postgres://wellplaced:secret@db.example:5433/wellplaced',
      WELLPLACED_OWNER_URL: 'postgres://owner:secret@db.example:5433/wellplaced',
      WELLPLACED_DATA: ' /srv/wellplaced ',
      PORT: '8080',
      HOST: '',
      WELLPLACED_HOST_NAMES: 'placements.council.example, wellplaced',
      WELLPLACED_AUTHORITY: 'E10000009',
      WELLPLACED_AUTHORITY_NAME: 'Dorset',
      WELLPLACED_SMALL_NUMBER: '10',
      WELLPLACED_LOG: 'error',
    });
    expect(configuration).toMatchObject({
      databaseUrl: 'postgres://wellplaced:secret@db.example:5433/wellplaced',
      ownerUrl: 'postgres://owner:secret@db.example:5433/wellplaced',
      dataFolder: '/srv/wellplaced',
      port: 8080,
      host: '127.0.0.1',
      hostNames: ['placements.council.example', 'wellplaced'],
      authority: 'E10000009',
      smallNumber: 10,
      logLevel: 'error',
    });
  });

  it.each([
    ['PORT', '65536', 'PORT is "65536"; allowed is a whole number from 0 to 65535.'],
    ['PORT', '3e3', 'PORT is "3e3"; allowed is a whole number from 0 to 65535.'],
    [
      'WELLPLACED_HOST_NAMES',
      'council.example:3000',
      'WELLPLACED_HOST_NAMES is "council.example:3000"; allowed are host names with commas between them, without a port.',
    ],
    [
      'WELLPLACED_METRICS_TOKEN',
      'too short to be a secret',
      'WELLPLACED_METRICS_TOKEN is "…"; allowed are 32 to 200 letters, figures and . _ ~ + / = -.',
    ],
    [
      'WELLPLACED_SMALL_NUMBER',
      '1',
      'WELLPLACED_SMALL_NUMBER is "1"; allowed is a whole number from 2 to 20.',
    ],
    [
      'WELLPLACED_TIME_ZONE',
      'Europe/Leeds',
      'WELLPLACED_TIME_ZONE is "Europe/Leeds"; allowed is a time zone such as Europe/London.',
    ],
    [
      'WELLPLACED_ADDRESS',
      'http://placements.council.example',
      'WELLPLACED_ADDRESS is "http://placements.council.example"; allowed is https://host, or http://localhost:port, without a path.',
    ],
    [
      'WELLPLACED_SESSION_HOURS',
      '200',
      'WELLPLACED_SESSION_HOURS is "200"; allowed is a whole number from 1 to 168.',
    ],
  ])('names the variable, the value and what is allowed: %s=%s', (name, value, message) => {
    expect(refusal({ [name]: value }).message).toBe(message);
  });

  it('takes an identity provider whole, or says what is missing of it', () => {
    const provider = {
      WELLPLACED_OIDC_ISSUER: 'https://id.council.example/tenant/v2.0',
      WELLPLACED_OIDC_CLIENT_ID: 'wellplaced',
      WELLPLACED_OIDC_CLIENT_SECRET: 'hush',
    };
    expect(readConfiguration(provider).identityProvider).toEqual({
      issuer: new URL('https://id.council.example/tenant/v2.0'),
      clientId: 'wellplaced',
      clientSecret: 'hush',
      rolesClaim: 'roles',
      scopes: 'openid profile email',
    });
    const { WELLPLACED_OIDC_CLIENT_SECRET: _secret, ...partly } = provider;
    expect(refusal(partly).message).toBe(
      'The identity provider is named in part: WELLPLACED_OIDC_CLIENT_SECRET not set.',
    );
    expect(refusal({ ...provider, WELLPLACED_OIDC_ISSUER: 'http://id.example' }).message).toBe(
      'WELLPLACED_OIDC_ISSUER is "http://id.example"; allowed is the https address of the issuer, without a query.',
    );
  });

  it('takes a provider for one council among several, and says what is missing of it', () => {
    const provider = {
      WELLPLACED_OIDC_ISSUER_N_1: 'https://id.council.example/tenant/v2.0',
      WELLPLACED_OIDC_CLIENT_ID_N_1: 'wellplaced',
      WELLPLACED_OIDC_CLIENT_SECRET_N_1: 'hush',
    };
    const { identityProvider, councilProviders } = readConfiguration(provider);
    expect(identityProvider).toBeUndefined();
    expect(councilProviders.of('N-1')).toMatchObject({ clientId: 'wellplaced' });
    expect(councilProviders.of('n-1')).toEqual(councilProviders.of('N-1'));
    for (const other of ['N1', 'N', '1', 'N-1-1', '']) {
      expect(councilProviders.of(other)).toBeUndefined();
    }
    expect(refusal({ WELLPLACED_OIDC_CLIENT_SECRET_N1: 'hush' }).message).toBe(
      'The identity provider of N1 is named in part: WELLPLACED_OIDC_ISSUER_N1 and WELLPLACED_OIDC_CLIENT_ID_N1 not set.',
    );
    expect(refusal({ WELLPLACED_OIDC_SCOPES_N1: 'openid' }).message).toContain('named in part');
    expect(refusal({ WELLPLACED_OIDC_ISSUER_N1: 'http://id.example' }).message).toBe(
      'WELLPLACED_OIDC_ISSUER_N1 cannot be used; allowed is the https address of the issuer, without a query.',
    );
  });

  it('names each variable of a provider that is no council’s, or that is not read', () => {
    const { councilProviders } = readConfiguration({
      WELLPLACED_OIDC_ISSUER_N_1: 'https://id.council.example/tenant/v2.0',
      WELLPLACED_OIDC_CLIENT_ID_N_1: 'wellplaced',
      WELLPLACED_OIDC_CLIENT_SECRET_N_1: 'hush',
      WELLPLACED_OIDC_SCOPES_N_1: '',
    });
    expect(councilProviders.ofNone(['M', 'n-1'])).toEqual([]);
    expect(councilProviders.ofNone(['M', 'N1'])).toEqual([
      'WELLPLACED_OIDC_ISSUER_N_1',
      'WELLPLACED_OIDC_CLIENT_ID_N_1',
      'WELLPLACED_OIDC_CLIENT_SECRET_N_1',
    ]);
    const { message } = refusal({ WELLPLACED_OIDC_ISUER_N1: 'x', WELLPLACED_OIDC_CLIENTID: 'x' });
    expect(message).toMatch(/^WELLPLACED_OIDC_ISUER_N1 and WELLPLACED_OIDC_CLIENTID are not read/);
    expect(
      refusal({ WELLPLACED_OIDC_SCOPES_N1: 'openid', WELLPLACED_OIDC_SCOPES_n1: 'openid a' })
        .message,
    ).toBe('WELLPLACED_OIDC_SCOPES_n1 is set twice, in capital letters and in small ones.');
  });

  it('names every fault at once and repeats no password', () => {
    const error = refusal({
      DATABASE_URL: 'mysql://wellplaced:secret@db.example/wellplaced',
      WELLPLACED_LOG: 'loud',
      WELLPLACED_AUTHORITY: 'two words',
    });
    expect(error.code).toBe('configuration');
    expect(error.message).toContain('DATABASE_URL is "mysql://wellplaced:…@db.example/wellplaced"');
    expect(error.message).toContain('WELLPLACED_LOG is "loud"; allowed is one of warning, error');
    expect(error.message).toContain('WELLPLACED_AUTHORITY is "two words"');
    expect(error.message).not.toContain('secret');
  });
});

test.each([
  [{}, []],
  [{ WELLPLACED_ADDRESS: 'http://localhost:3000' }, []],
  [{ WELLPLACED_ADDRESS: 'https://placements.council.example' }, ['127.0.0.1', '::1']],
  [
    {
      WELLPLACED_ADDRESS: 'https://placements.council.example',
      WELLPLACED_PROXY: '10.0.0.7, 10.1.0.0/16',
    },
    ['10.0.0.7', '10.1.0.0/16'],
  ],
  [{ WELLPLACED_PROXY: '2001:db8::7' }, ['2001:db8::7']],
])('believes, with %j, what %j say of whom they ask for', (environment, proxies) => {
  expect(readConfiguration(environment).proxies).toEqual(proxies);
});

test.each([
  'proxy.example',
  '10.0.0.0/33',
  '0.0.0.0/0',
  '::/0',
  '10.0.0.1:80',
  '10.0.0.0/8/8',
  '*',
])('believes no proxy named %s', (proxy) => {
  expect(() => readConfiguration({ WELLPLACED_PROXY: proxy })).toThrow(/WELLPLACED_PROXY is/);
});
