import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { isoDate } from '../../src/core/plain-date.ts';
import { readConfiguration } from '../../src/platform/configuration/configuration.ts';
import { createAuthority } from '../../src/platform/database/authorities.ts';
import { openGround } from '../../src/platform/database/open-ground.ts';
import type { House } from '../../src/platform/wing/house.ts';
import { type RunningServer, serve } from '../../src/web/serve.ts';
import { ALL_MIGRATIONS } from '../../src/web/whole.ts';
import type { TestBrowser } from '../support/browser.ts';

/** The whole service as `wellplaced serve` starts it, in the process of the test. */
export interface WholeService {
  readonly house: House;
  readonly address: string;
  /** A page of the browser on which the machine's user is signed in. */
  signIn(browser: TestBrowser): Promise<Page>;
  stop(): Promise<void>;
}

/** Serves Wensbury Council (E99) from the database, with real sign-in and its own worker. */
export async function wholeService(databaseUrl: string | undefined): Promise<WholeService> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'wellplaced-whole-'));
  const configuration = {
    ...readConfiguration({ WELLPLACED_DATA: dataFolder, WELLPLACED_LOG: 'silent' }),
    databaseUrl,
    port: 0,
  };
  const ground = await openGround(configuration, ALL_MIGRATIONS);
  await createAuthority(ground, { code: 'E99', name: 'Wensbury Council', areaCodes: [] }, 'a test');
  const house = {
    configuration,
    ground,
    today: () => isoDate('2021-06-01'),
    now: () => new Date(),
  };
  let link = '';
  const say = (line: string) => {
    link = /open (\S+)/.exec(line)?.[1] ?? link;
  };
  const running: RunningServer = await serve(house, { authority: 'E99', empty: true, say });
  return {
    house,
    address: running.address,
    async signIn(browser) {
      const context = await browser.newContext({ baseURL: running.address });
      const page = await context.newPage();
      await page.goto(link);
      await page.getByRole('button', { name: /^Sign in as/ }).click();
      await page.waitForURL(`${running.address}/`);
      return page;
    },
    async stop() {
      await running.stop();
      await ground.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
