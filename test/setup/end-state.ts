// What a set-up leaves behind, without what must differ from run to run.
import { deskTabs } from '../../src/rules/desk/tabs.ts';
import { tables } from '../../src/rules/tables.ts';
import { support, type TestGoogle } from './google.ts';

export function endState({ world, scripts }: TestGoogle): unknown {
  const [workbook = ''] = world.sheets.ids();
  const subjects = world.gmail
    .mailbox(support)
    .messages()
    .flatMap((one) => one.payload?.headers?.find(({ name }) => name === 'Subject')?.value ?? []);
  return {
    workbooks: world.sheets.ids().length,
    tabs: world.sheets.tabs(workbook),
    rules: tables.map(({ tab }) => world.sheets.values(workbook, tab)),
    tickets: world.sheets.values(workbook, deskTabs.tickets.name).length - 1,
    tests: subjects.filter((subject) => subject === 'A test of Tierline').length,
    // A bound project whose id was lost on the way has no code and shows nothing.
    projects: [...scripts.projects.values()]
      .filter(({ parentId, files }) => !parentId || files.length > 1)
      .map(({ title, files, deployments, versions }) => ({
        title,
        files: files.map(({ name }) => name),
        deployments: deployments.map(({ description, version }) => [description, version !== null]),
        versions: versions.length,
      })),
    triggers: world.script('desk').triggers.length,
  };
}
