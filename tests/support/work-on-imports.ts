import { readConfiguration } from '../../src/platform/configuration/configuration.ts';
import { withHouse } from '../../src/web/house.ts';
import { openWorkshop } from '../../src/web/workshop.ts';

const A_MINUTE = 60_000;

// Works on imports as `wellplaced work` does, with a hold on jobs that is soon over, and says what it is about.
await withHouse(readConfiguration(process.env), async (house) => {
  const councils = async () => (await house.ground.authorities()).map(({ code }) => code);
  const { desk } = await openWorkshop(house, councils, A_MINUTE, { lease: 5 });
  const note = desk.board.note.bind(desk.board);
  const close = desk.board.close.bind(desk.board);
  desk.board.note = (acting, importId, progress) => {
    console.log(progress.stage);
    note(acting, importId, progress);
  };
  desk.board.close = async (importId) => {
    await close(importId);
    console.log('over');
  };
  console.log('working');
  await new Promise(() => undefined);
});
