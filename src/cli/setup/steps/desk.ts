// Steps 4 to 6: the desk's code with its settings, the one function the admin runs, the code without them again.
import { randomBytes } from 'node:crypto';
import { Stopped } from '../failure.ts';
import { type Ground, type Step, until } from '../ground.ts';
import { labelIsThere } from '../labels.ts';
import { lastRun } from '../processes.ts';
import { filesOf, pushed } from '../pushing.ts';
import { editorOf } from './projects.ts';

export const deskCode: Step = {
  name: 'The code of the desk',
  explains:
    'Pushes the desk with a small file that tells it its workbook and the secret of its door. It goes away again in step 6.',
  run: async (ground) => {
    const { installed, workbook = '' } = ground.memory.now;
    if (installed) return 'The desk knows its settings already.';
    const secret = ground.memory.now.doorSecret ?? randomBytes(32).toString('base64url');
    ground.memory.put({ doorSecret: secret });
    const files = filesOf(ground, 'desk', { WORKBOOK: workbook, DOOR_SECRET: secret });
    return (await pushed(ground, 'desk', files)) ? 'Pushed and read back.' : 'Google has it already.';
  },
};

const patience = { every: 10_000, atMost: 20 * 60_000 };

export const install: Step = {
  name: 'Run install',
  explains: 'Google lets only a person give a script its rights, so you run one function once.',
  run: async (ground) => {
    const { installed, desk = '' } = ground.memory.now;
    if (installed) return 'It has been run.';
    if (!ground.doing.dry && !(await hasRun(ground, desk))) await askForIt(ground, desk);
    if (ground.doing.dry) ground.say(`   would wait for you to run install in ${editorOf(desk)}\n`);
    ground.memory.put({ installed: true });
    return 'The desk has its tabs, labels and triggers.';
  },
};

const hasRun = async (ground: Ground, desk: string): Promise<true | null> =>
  (await lastRun(ground, desk, { functionName: 'install', status: 'COMPLETED' })) === null ? null : true;

async function askForIt(ground: Ground, desk: string): Promise<void> {
  ground.say(
    `   1. Open ${editorOf(desk)}\n   2. Choose 'install' in the bar at the top and press Run.\n   3. Press Review permissions, choose the support account, tick every box, press Continue.\n   Waiting until it has run. You may stop this with Ctrl+C and go on later.\n`,
  );
  if (await until(ground, patience, () => hasRun(ground, desk))) return;
  throw new Stopped('install has not run yet. Run it, then run this again: it goes on here.');
}

export const deskCodeClean: Step = {
  name: 'The desk without its settings file',
  explains: 'The desk keeps its settings itself now; the file that told them is removed from its code.',
  run: async (ground) => {
    const went = await pushed(ground, 'desk', filesOf(ground, 'desk', null));
    const root = await labelIsThere(ground);
    if (!root) throw new Stopped('The desk has no label in Gmail: run install in its editor once more.');
    return `${went ? 'Pushed and read back' : 'Google has it already'}; label ${root} is in the mailbox.`;
  },
};
