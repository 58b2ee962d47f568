// Step 3: the two Apps Script projects, made by clasp in a folder of their own.
import { findInDrive } from '../found.ts';
import type { Step } from '../ground.ts';
import { madeProject } from '../made-project.ts';

export const projectTitles = {
  desk: 'Tierline desk',
  sidebar: 'Tierline sidebar',
  menu: 'Tierline menu',
} as const;
export type Which = keyof typeof projectTitles;

export const projects: Step = {
  name: 'The two script projects',
  explains:
    'Makes the Apps Script projects: the desk, which works on the mailbox, and the sidebar for Gmail.',
  run: async (ground) => {
    for (const which of ['desk', 'sidebar'] as const) {
      if (ground.memory.now[which]) continue;
      const id =
        (await findInDrive(ground, 'script', projectTitles[which])) ??
        (await madeProject(ground, projectTitles[which]));
      ground.memory.put({ [which]: id });
    }
    const { desk = '', sidebar = '' } = ground.memory.now;
    return `Desk ${editorOf(desk)}\n   Sidebar ${editorOf(sidebar)}`;
  },
};

export const editorOf = (scriptId: string): string => `https://script.google.com/d/${scriptId}/edit`;
