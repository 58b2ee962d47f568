// Step 10: the menu in the workbook, a script project that belongs to it.
import { planned } from '../doing.ts';
import { Stopped } from '../failure.ts';
import type { Ground, Step } from '../ground.ts';
import { filesOf, pushed } from '../pushing.ts';
import { projectTitles } from './projects.ts';

export const menu: Step = {
  name: 'The menu in the workbook',
  explains: 'Makes the menu Tierline in the Sheet: a script that may use this one Sheet and nothing else.',
  run: async (ground) => {
    const { menu: known, menuAsked } = ground.memory.now;
    if (!known && menuAsked)
      ground.say(
        `   An earlier run broke off here. It may have left an empty project '${projectTitles.menu}' that no API finds: at https://script.google.com/home remove the one without code, once this is done.\n`,
      );
    if (!known) {
      ground.memory.put({ menuAsked: true });
      ground.memory.put({ menu: await bound(ground) });
    }
    const went = await pushed(ground, 'menu', filesOf(ground, 'menu', null));
    return went ? 'Pushed and read back. Reload the Sheet to see it.' : 'Google has it already.';
  },
};

/**
 * Drive lists no script that belongs to a file, and the Apps Script API lists no projects at all: where the answer was
 * lost, the next run makes another and says so. The lost one has no code and shows nothing.
 */
function bound({ google, doing, memory }: Ground): Promise<string> {
  const { workbook = '' } = memory.now;
  return doing.change({
    call: 'script.projects.create',
    about: `'${projectTitles.menu}' in the workbook`,
    does: async () => {
      const requestBody = { title: projectTitles.menu, parentId: workbook };
      const { data } = await google.script.projects.create({ requestBody });
      if (!data.scriptId) throw new Stopped('Google made a project without an id. Run this again.');
      return data.scriptId;
    },
    instead: planned(`the new ${projectTitles.menu}`),
  });
}
