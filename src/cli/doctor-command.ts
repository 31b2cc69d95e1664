import type { Diagnosis } from '../platform/wing/diagnosis.ts';
import { withHouse } from '../web/house.ts';
import type { Command } from './command.ts';
import { lookAtCouncils } from './doctor/councils.ts';
import { lookAtDatabase } from './doctor/database.ts';
import { diagnosesInWords, wrongBy } from './doctor/diagnosis.ts';
import { lookAtMachine } from './doctor/machine.ts';

/** `wellplaced doctor`: exit code 1 when something is wrong. */
export const doctorCommand: Command = {
  name: 'doctor',
  usage: 'doctor',
  summary: 'Says what is wrong with the set-up, and what to do about each.',
  async run(_words, configuration, { out }) {
    const diagnoses: Diagnosis[] = await lookAtMachine(configuration);
    try {
      await withHouse(configuration, async (house) => {
        diagnoses.push(...(await lookAtDatabase(house.ground)));
        diagnoses.push(...(await lookAtCouncils(house)));
      });
    } catch (error) {
      diagnoses.push(wrongBy(error));
    }
    out.write(diagnosesInWords(diagnoses));
    return diagnoses.some(({ state }) => state === 'wrong') ? 1 : 0;
  },
};
