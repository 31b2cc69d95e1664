import { describe } from 'vitest';
import { killImports } from './kill-imports.ts';
import { embeddedKillingGround } from './killing-ground.ts';

describe('an import that is killed, on the embedded database', () => {
  killImports(embeddedKillingGround);
});
