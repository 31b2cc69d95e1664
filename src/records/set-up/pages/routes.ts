import { type Sent, takeForm } from '../../../platform/forms/take-form.ts';
import { doneAt, page, type Reply } from '../../../platform/http/reply.ts';
import type { PageRequest } from '../../../platform/http/route.ts';
import { mayDo as mayDoOnGround } from '../../../platform/permission/ground-permissions.ts';
import { paths } from '../../paths.ts';
import { mayDo, type Route } from '../../permissions.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { areaCodesIn } from '../area-codes.ts';
import { likelyArea } from '../likely-area.ts';
import { sayArea } from '../say-area.ts';
import { setUpSteps } from '../set-up-steps.ts';
import { whatIsHeld } from '../what-is-held.ts';
import { AREA_FORM } from './form.ts';
import { SET_UP_TITLE, type SetUpPage, SetUpView } from './view.tsx';

async function show(request: PageRequest, sent?: Sent): Promise<Reply> {
  const { roles } = request.person;
  const mayChange = mayDoOnGround(roles, 'change settings');
  const besideOthers = (await request.wholeGround.authorities()).length > 1;
  // Whether something is held is the same for every reader; no child is counted.
  const shown = await request.whole.read<RecordsTables, SetUpPage>(async (tx) => {
    const held = await whatIsHeld(tx, besideOthers);
    const asks = mayChange && held.areaCodes.length === 0 && held.postcodes;
    return {
      steps: setUpSteps(held),
      areaCodes: held.areaCodes,
      likely: asks ? await likelyArea(tx) : undefined,
      mayImport: mayDo(roles, 'import records'),
      mayChange,
      sent,
    };
  });
  return page({ title: SET_UP_TITLE, section: 'Records', content: SetUpView(shown) });
}

function changeArea(request: PageRequest): Promise<Reply> {
  return takeForm(request, AREA_FORM, {
    again: (sent) => show(request, sent),
    async work({ codes, before, reason }) {
      const areaCodes = areaCodesIn(codes);
      await request.change<RecordsTables, unknown>(reason, (tx) => sayArea(tx, areaCodes, before));
      return doneAt(paths.setUp, `The council’s area is now ${areaCodes.join(', ')}.`);
    },
  });
}

/** What the records stand on, and the council’s area. */
export function setUpRoutes(): readonly Route[] {
  return [
    {
      ...{ method: 'GET', path: paths.setUp, permission: 'see settings' },
      audit: 'shows no child',
      handle: (request) => show(request),
    },
    { method: 'POST', path: paths.setUp, permission: 'change settings', handle: changeArea },
  ];
}
