// Steps 7 to 9: the desk's web app, the sidebar's code with the address of the desk, the sidebar's deployment.
import { deployed } from '../deploying.ts';
import { planned } from '../doing.ts';
import { Stopped } from '../failure.ts';
import type { Ground, Step } from '../ground.ts';
import { type Files, filesOf, pushed } from '../pushing.ts';

export const door: Step = {
  name: 'The door of the desk',
  explains:
    'Deploys the desk as a web app that the sidebars ask. A later change moves this same deployment on.',
  run: async (ground) => {
    const { id, url, changed } = await deployed(ground, 'desk', filesOf(ground, 'desk', null));
    const address = ground.doing.dry ? (url ?? planned('the address of the desk')) : url;
    if (!address) throw new Stopped('Google gave the desk no web address. Does its manifest have a webapp?');
    ground.memory.put({ deskDeployment: id, deskUrl: address });
    return changed ? 'Deployed.' : 'The deployment is up to date.';
  },
};

/** The sidebar keeps its settings file: it has no function that an admin runs, and runs as many people. */
export const sidebarFiles = (ground: Pick<Ground, 'built' | 'memory'>): Files => {
  const { deskUrl = '', doorSecret = '' } = ground.memory.now;
  return filesOf(ground, 'sidebar', { DESK_URL: deskUrl, DOOR_SECRET: doorSecret });
};

export const sidebarCode: Step = {
  name: 'The code of the sidebar',
  explains: 'Pushes the sidebar with the address of the desk and the secret of its door.',
  run: async (ground) =>
    (await pushed(ground, 'sidebar', sidebarFiles(ground)))
      ? 'Pushed and read back.'
      : 'Google has it already.',
};

export const sidebarDeployment: Step = {
  name: 'The deployment of the sidebar',
  explains: 'Deploys the sidebar, so that it can be listed for your organisation.',
  run: async (ground) => {
    const { id, changed } = await deployed(ground, 'sidebar', sidebarFiles(ground));
    ground.memory.put({ sidebarDeployment: id });
    return changed ? `Deployed: ${id}` : 'The deployment is up to date.';
  },
};
