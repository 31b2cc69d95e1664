import { readConfiguration } from '../../src/platform/configuration/configuration.ts';
import { ProgressBoard } from '../../src/records/intake/imports/import-progress.ts';
import { withHouse } from '../../src/web/house.ts';
import { openWorkshop } from '../../src/web/workshop.ts';

const A_MINUTE = 60_000;

// Works on imports as `wellplaced work` does, with a hold on jobs that is soon over, and says what it is about.
await withHouse(readConfiguration(process.env), async (house) => {
  const councils = async () => (await house.ground.authorities()).map(({ code }) => code);
  const { note, close } = ProgressBoard.prototype;
  ProgressBoard.prototype.note = function (acting, importId, progress) {
    console.log(progress.stage);
    note.call(this, acting, importId, progress);
  };
  ProgressBoard.prototype.close = async function (authority, importId) {
    await close.call(this, authority, importId);
    console.log('over');
  };
  await openWorkshop(house, councils, A_MINUTE, { lease: 5 });
  console.log('working');
  await new Promise(() => undefined);
});
