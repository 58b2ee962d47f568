// Step 3: the two Apps Script projects, made by clasp in a folder of their own.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { claspOrStop } from '../clasp.ts';
import { planned } from '../doing.ts';
import { Stopped } from '../failure.ts';
import { findInDrive } from '../found.ts';
import type { Ground, Step } from '../ground.ts';

export const projectTitles = { desk: 'Tierline desk', sidebar: 'Tierline sidebar' } as const;
export type Which = keyof typeof projectTitles;

export const projects: Step = {
  name: 'The two script projects',
  explains:
    'Makes the Apps Script projects: the desk, which works on the mailbox, and the sidebar for Gmail.',
  run: async (ground) => {
    for (const which of ['desk', 'sidebar'] as const) {
      if (ground.memory.now[which]) continue;
      const id =
        (await findInDrive(ground, 'script', projectTitles[which])) ?? (await created(ground, which));
      ground.memory.put({ [which]: id });
    }
    const { desk = '', sidebar = '' } = ground.memory.now;
    return `Desk ${editorOf(desk)}\n   Sidebar ${editorOf(sidebar)}`;
  },
};

export const editorOf = (scriptId: string): string => `https://script.google.com/d/${scriptId}/edit`;

/** In an empty folder: clasp would write the new project's files over those that are there. */
async function created({ doing, clasp, folder }: Ground, which: Which): Promise<string> {
  const title = projectTitles[which];
  return doing.change({
    call: 'clasp create-script',
    about: `standalone, '${title}'`,
    does: async () => {
      const home = join(folder, 'new', which);
      rmSync(home, { recursive: true, force: true });
      mkdirSync(home, { recursive: true });
      await claspOrStop(clasp, ['create-script', '--type', 'standalone', '--title', title], home);
      const settings = JSON.parse(readFileSync(join(home, '.clasp.json'), 'utf8')) as { scriptId?: string };
      if (!settings.scriptId) throw new Stopped('clasp made a project without an id.');
      return settings.scriptId;
    },
    instead: planned(`the new ${which}`),
  });
}
