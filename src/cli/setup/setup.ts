// The guided command: every step explained, carried out, and told; a summary with links at the end.
import type { Ground, Step } from './ground.ts';
import { notWhileRotating } from './rotating.ts';
import { door, sidebarCode, sidebarDeployment } from './steps/deployments.ts';
import { deskCode, deskCodeClean, install } from './steps/desk.ts';
import { menu } from './steps/menu.ts';
import { prerequisites } from './steps/prerequisites.ts';
import { editorOf, projects } from './steps/projects.ts';
import { doorTrial, testMail } from './steps/trials.ts';
import { workbook } from './steps/workbook.ts';

export const steps: readonly Step[] = [
  prerequisites,
  workbook,
  projects,
  deskCode,
  install,
  deskCodeClean,
  door,
  sidebarCode,
  sidebarDeployment,
  menu,
  doorTrial,
  testMail,
];

/** @throws Stopped with what to do; everything done so far stays done. */
export async function setUp(ground: Ground): Promise<void> {
  notWhileRotating(ground);
  for (const [index, step] of steps.entries()) {
    ground.say(`${index + 1}/${steps.length} ${step.name}\n   ${step.explains}\n`);
    ground.say(`   ${await step.run(ground)}\n`);
  }
  ground.say(summary(ground));
}

function summary({ memory, doing }: Ground): string {
  const { workbook: book = '', desk = '', sidebar = '', sidebarDeployment: deployment = '' } = memory.now;
  if (doing.dry) return 'Nothing was changed.\n';
  return [
    'The desk is running.',
    `   Workbook   https://docs.google.com/spreadsheets/d/${book}/edit`,
    `   Desk       ${editorOf(desk)}`,
    `   Sidebar    ${editorOf(sidebar)}`,
    'What is left to you:',
    '   1. Fill in People, Customers and Holidays in the workbook, publish them (menu Tierline), and share it with your leads.',
    '   2. Try the sidebar: in its editor, Deploy > Test deployments > Install, then open a mail in Gmail.',
    `   3. Give it to everybody: list it privately with deployment ${deployment} (docs/setup.md).`,
    '   Whenever something seems wrong: tierline doctor',
    '',
  ].join('\n');
}
