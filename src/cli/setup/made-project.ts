// Makes a standalone script project with clasp, in an empty folder: clasp would write over what is there.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { claspOrStop } from './clasp.ts';
import { planned } from './doing.ts';
import { Stopped } from './failure.ts';
import type { Ground } from './ground.ts';

export const madeProject = ({ doing, clasp, folder }: Ground, title: string): Promise<string> =>
  doing.change({
    call: 'clasp create-script',
    about: `standalone, '${title}'`,
    does: async () => {
      const home = join(folder, 'new');
      rmSync(home, { recursive: true, force: true });
      mkdirSync(home, { recursive: true });
      await claspOrStop(clasp, ['create-script', '--type', 'standalone', '--title', title], home);
      const settings = JSON.parse(readFileSync(join(home, '.clasp.json'), 'utf8')) as { scriptId?: string };
      if (!settings.scriptId) throw new Stopped('clasp made a project without an id.');
      return settings.scriptId;
    },
    instead: planned(`the new ${title}`),
  });
