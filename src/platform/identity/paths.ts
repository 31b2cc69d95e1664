/** The addresses of signing in, of one's own account, and of the people of a council. */
export const identityPaths = {
  signIn: '/sign-in',
  demonstration: '/sign-in/demonstration',
  council: '/sign-in/council',
  callback: '/sign-in/callback',
  firstPerson: (token: string) => `/sign-in/first/${token}`,
  signedOut: '/sign-in?signed-out=yes',
  signOut: '/sign-out',
  account: '/account',
  endSession: '/account/sessions/end',
  endAllSessions: '/account/sessions/end-all',
  people: '/people',
  person: (personId: string) => `/people/${personId}`,
  giveRoles: (personId: string) => `/people/${personId}/roles`,
  endSessionsOf: (personId: string) => `/people/${personId}/sessions/end-all`,
  roleMapping: '/people/roles-from-provider',
  withdrawMapping: '/people/roles-from-provider/withdraw',
} as const;
