import type { House } from '../platform/wing/house.ts';
import { apiRowsOf } from './api.ts';
import { chosenAuthority, councilToFill } from './chosen-council.ts';
import { loadDemonstration } from './demonstration.ts';
import { assertProvidersOfCouncils } from './providers-of-councils.ts';
import { reportLook } from './report.ts';
import { serveDoors } from './serve-doors.ts';
import { allByHostName, type Served, theOne } from './served.ts';
import { openWorkshop } from './workshop.ts';

const LOOK_AGAIN_MILLISECONDS = 30_000;

/** How to serve. */
export interface ServeOptions {
  readonly authority: string | undefined;
  /** Whether to leave a database without a council empty instead of loading the demonstration. */
  readonly empty: boolean;
  readonly say: (line: string) => void;
  /** How often it looks which councils there are. */
  readonly lookAgainMilliseconds?: number;
}

/** A server that listens, and works. */
export interface RunningServer {
  readonly address: string;
  /** What is served, and where. */
  readonly inWords: string;
  /** Says that it is no longer ready, then stops taking requests, lets those in flight and the jobs under way come to a safe point. */
  stop(): Promise<void>;
}

async function councilToServe(house: House, options: ServeOptions): Promise<string> {
  const none = (await house.ground.authorities()).length === 0;
  const named = options.authority ?? house.configuration.authority;
  if (none && !options.empty && named === undefined) {
    options.say('Loading the demonstration council. This happens once and takes a minute or two.');
    return loadDemonstration(house);
  }
  if (none || named !== undefined) return councilToFill(house, named);
  return (await chosenAuthority(house, undefined)).code;
}

/** The doors look again at which councils there are, one look at a time: one that was held up must not put back what a later one has changed. */
function keepLooking(look: () => Promise<void>, milliseconds: number): NodeJS.Timeout {
  let looking = false;
  return setInterval(() => {
    if (looking) return;
    looking = true;
    void look()
      .catch(reportLook)
      .finally(() => {
        looking = false;
      });
  }, milliseconds);
}

async function whatToServe(house: House, options: ServeOptions): Promise<Served> {
  const named = options.authority ?? house.configuration.authority;
  const several =
    named === undefined &&
    (await house.ground.authorities()).some(({ hostName }) => hostName !== undefined);
  const served = several
    ? allByHostName(house, options.say)
    : theOne(house, await councilToServe(house, options), options.say);
  const codes = (await house.ground.authorities()).map(({ code }) => code);
  assertProvidersOfCouncils(house.configuration, codes);
  return served;
}

/**
 * Serves the pages on the configured host and port, and works on the jobs: those of the council named,
 * or of the only one there is; else, as soon as one of the councils has a host name, those of all that
 * have one, each by its own.
 */
export async function serve(house: House, options: ServeOptions): Promise<RunningServer> {
  const served = await whatToServe(house, options);
  const workshop = await openWorkshop(house, served.councils);
  const opened: (() => Promise<void>)[] = [workshop.stop];
  try {
    const rows = apiRowsOf(workshop.wings.api);
    const doors = await served.doors(rows);
    const { address, stop } = await serveDoors(house, doors, workshop.wings, rows);
    opened.unshift(stop);
    await served.announce(doors.open(), address);
    const lookAgain = async () => served.announce(await doors.lookAgain(), address);
    const timer = keepLooking(lookAgain, options.lookAgainMilliseconds ?? LOOK_AGAIN_MILLISECONDS);
    return {
      address,
      inWords: served.inWords(doors.open(), address),
      async stop() {
        clearInterval(timer);
        await stop();
        await workshop.stop();
      },
    };
  } catch (error) {
    for (const close of opened) await close();
    throw error;
  }
}
