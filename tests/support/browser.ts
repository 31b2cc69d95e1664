import { existsSync } from 'node:fs';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { onTestFinished, TestRunner } from 'vitest';
import { AXE } from './page-object.ts';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The widths at which pages are tried: a desk, and the narrowest screen that must work (WCAG 2.2, 1.4.10). */
export const WIDE = 1280;
export const NARROW = 320;

/** Where a browser of the Chromium family stands on this machine, if one does. `CHROMIUM_PATH` names another. */
function browserPath(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') return named;
  return PLACES.find((place) => existsSync(place));
}

/**
 * Whether page tests can run. Throws when a browser is required (`WELLPLACED_REQUIRE_BROWSER=1`) and
 * there is none; else says on the screen that they are skipped.
 */
export function browserAvailable(): boolean {
  const path = browserPath();
  if (path !== undefined && existsSync(path)) return true;
  const reason =
    path === undefined
      ? 'No Chromium was found: install one, or name it in CHROMIUM_PATH.'
      : `CHROMIUM_PATH names "${path}", where there is no file.`;
  if (process.env.WELLPLACED_REQUIRE_BROWSER === '1') throw new Error(reason);
  console.warn(`Page tests SKIPPED. ${reason}`);
  return false;
}

let launched: Promise<Browser> | undefined;

/**
 * One browser for all the files that a process of the tests runs. It ends with that process, kill -9
 * included: it then finds nobody at the other end of its pipe. Asked to end, the process does so at
 * once, which removes the browser's folders as well; closing it in good order may take longer than
 * the half second that is given.
 */
async function launch(): Promise<Browser> {
  const executablePath = browserPath();
  if (executablePath === undefined) throw new Error('There is no browser to start.');
  const asRoot = process.getuid?.() === 0;
  process.once('SIGTERM', () => process.exit());
  return chromium.launch({
    executablePath,
    headless: true,
    handleSIGTERM: false,
    args: [
      ...(asRoot ? ['--no-sandbox'] : []),
      '--disable-dev-shm-usage',
      // The pages of a profile share one process, which has compiled what they run: starting another takes longer than a page.
      '--process-per-site',
      '--disable-site-isolation-trials',
      '--renderer-process-limit=1',
    ],
  });
}

/** A browser as one file of tests has it. */
export interface TestBrowser {
  /**
   * A profile with nothing in it: one that was closed, emptied, or else a new one. It is closed with the
   * test that asked for it at the latest: pages left open go on working beside the next test.
   */
  lend(options: BrowserContextOptions): Promise<BrowserContext>;
  /** A new profile, which shares nothing with any other. */
  newContext(options: BrowserContextOptions): Promise<BrowserContext>;
  /** Closes every profile opened here; the browser itself goes on for the next file. */
  close(): Promise<void>;
}

/** The empty page of a profile, which keeps its process going. */
const keepers = new WeakSet<Page>();

/** Leaves nothing of what was done in a profile but its process. */
async function empty(context: BrowserContext): Promise<void> {
  const [first, ...others] = context.pages();
  for (const page of others) await page.close();
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  if (first !== undefined && !keepers.has(first)) {
    keepers.add(first);
    await first.route('**/*', (route) => route.fulfill({ body: '' }));
    await first.goto('/');
  }
  // Pages keep nothing else beyond their tab.
  await context.clearCookies();
  await context.clearPermissions();
}

/** The browser, started at the first call. The tests that ask for it close what they opened. */
export async function startBrowser(): Promise<TestBrowser> {
  launched ??= launch();
  const browser = await launched;
  const closings: (() => Promise<void>)[] = [];
  let closed = false;
  const resting = new Map<string, BrowserContext[]>();

  async function newContext(options: BrowserContextOptions): Promise<BrowserContext> {
    const context = await browser.newContext(options);
    closings.push(context.close.bind(context));
    return context;
  }

  return {
    newContext,
    async lend(options) {
      const key = JSON.stringify(options);
      const rested = resting.get(key) ?? [];
      resting.set(key, rested);
      const context = rested.pop() ?? (await newContext(options));
      if (context.pages().length === 0) await context.addInitScript(AXE);
      let lent = true;
      async function giveBack() {
        if (!lent || closed) return;
        lent = false;
        await empty(context);
        rested.push(context);
      }
      context.close = giveBack;
      if (TestRunner.getCurrentTest() !== undefined) onTestFinished(giveBack);
      return context;
    },
    async close() {
      closed = true;
      for (const close of closings) await close();
    },
  };
}

/** How a page is looked at. */
export interface Looking {
  readonly width?: number;
  /** False: none of the page's scripts arrive. The content security policy allows no other. */
  readonly scripts?: boolean;
}

/** An empty profile for one test: British English, London time, the width given, scripts on or off. */
export async function lookingAt(
  browser: TestBrowser,
  origin: string,
  looking: Looking = {},
): Promise<BrowserContext> {
  const context = await browser.lend({
    baseURL: origin,
    viewport: { width: looking.width ?? WIDE, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  });
  if (looking.scripts === false) {
    // Switching the engine off would stop axe as well, which waits by timers.
    await context.route('**/*', (route) =>
      route.request().resourceType() === 'script' ? route.abort() : route.fallback(),
    );
  }
  return context;
}
