import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The program of axe, for pages to have from the start: handing it over at each visit takes longer than what it does. */
export const AXE = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Beside WCAG: that everything lies in a landmark and no level of headings is left out. */
const MORE = { region: { enabled: true }, 'heading-order': { enabled: true } };

interface AxeViolation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** The faults that axe finds by the rules of WCAG 2.2 AA and two of good practice, in words. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(AXE);
  const violations = await page.evaluate<readonly AxeViolation[]>(
    `axe.run(document, { runOnly: ${JSON.stringify(TAGS)}, rules: ${JSON.stringify(MORE)}, resultTypes: ['violations'] }).then((found) => found.violations)`,
  );
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${violation.help}: ${node.html}`),
  );
}

/** How many pixels the page is wider than its window: nothing, whatever the width. */
async function overhang(page: Page): Promise<number> {
  return page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
}

/** A page of the service as a test sees it. Each visit checks what must hold on every page. */
export class PageObject {
  readonly page: Page;
  readonly path: string;
  readonly title: string;
  readonly heading: string;

  /** `path` with any query, the document's exact title, and the text of its one h1. */
  constructor(page: Page, expected: { path: string; title: string; heading: string }) {
    this.page = page;
    this.path = expected.path;
    this.title = expected.title;
    this.heading = expected.heading;
  }

  /** Opens the page by its address and checks it. Returns the status it was answered with. */
  async visit(): Promise<number> {
    const refused: string[] = [];
    const onConsole = (message: { text(): string }): void => {
      if (/Content Security Policy|Refused to/.test(message.text())) refused.push(message.text());
    };
    this.page.on('console', onConsole);
    const response = await this.page.goto(this.path);
    await this.check();
    this.page.off('console', onConsole);
    expect(refused, 'what the content security policy refused').toEqual([]);
    return response?.status() ?? 0;
  }

  /** Checks that this is the page in front: address, title, one heading, accessibility, no sideways scrolling. */
  async check(): Promise<void> {
    // A click waits until the next page has begun to arrive, not until it is there.
    await this.page.waitForLoadState();
    const address = new URL(this.page.url());
    expect(`${address.pathname}${address.search}`).toBe(this.path);
    expect(await this.page.title()).toBe(this.title);
    expect(await this.page.locator('h1').allInnerTexts()).toEqual([this.heading]);
    expect(await accessibilityFaults(this.page), 'accessibility faults (axe)').toEqual([]);
    expect(await overhang(this.page), 'pixels that the page scrolls sideways').toBe(0);
  }
}
