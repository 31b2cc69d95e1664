/** The names by which this machine is always asked for. */
const THIS_MACHINE = ['localhost', '127.0.0.1', '::1'];

/** The name in a Host header, or in the configuration, as a browser writes it in an address; undefined when it is none. */
export function nameIn(host: string): string | undefined {
  const address = `http://${host}`;
  // A user name or a path before the name would make the address another's.
  if (!/^[\w.:[\]-]+$/.test(host) || !URL.canParse(address)) return undefined;
  return new URL(address).hostname;
}

/** Whether it is a whole host name, in lower case, by which a council among others can be asked for. */
export function isHostName(text: string): boolean {
  return /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(text) && nameIn(text) === text;
}

/** An IPv6 address stands in brackets in an address. */
function bracketed(name: string): string {
  return name.includes(':') && !name.startsWith('[') ? `[${name}]` : name;
}

/**
 * Tells whether a request's Host header asks for this service: by a name of this machine or by one
 * of those given, on any port. A site that makes its own name mean this machine's address (DNS
 * rebinding) can then read nothing, for the browser asks by that site's name.
 */
export function isAskedFor(names: readonly string[]): (hostHeader: string | undefined) => boolean {
  const known = new Set([...THIS_MACHINE, ...names].map((name) => nameIn(bracketed(name))));
  return (hostHeader) => {
    const name = hostHeader === undefined ? undefined : nameIn(hostHeader);
    return name !== undefined && known.has(name);
  };
}

const asksForThisMachine = isAskedFor([]);

/**
 * Whether a Host header asks for this machine by one of its own names, or by one under `localhost`
 * (RFC 6761, section 6.3): what is sent then travels over no network.
 */
export function isOfThisMachine(hostHeader: string | undefined): boolean {
  if (asksForThisMachine(hostHeader)) return true;
  return hostHeader !== undefined && nameIn(hostHeader)?.endsWith('.localhost') === true;
}

/** What a request for another name is answered with; nothing of the council's stands in it. */
export const NOT_ASKED_FOR =
  'This service is not known by the name in the address.\n' +
  'Open it at the address that it printed when it started. Whoever runs it can add a name to WELLPLACED_HOST_NAMES.\n';
