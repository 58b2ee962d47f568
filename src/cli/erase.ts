// `tierline erase`: the desk forgets a customer everywhere and gives a receipt.
import type { DoorAnswer } from '../door/answer.ts';
import type { Command, Terminal } from './command.ts';
import { Stopped } from './setup/failure.ts';
import type { Ground } from './setup/ground.ts';
import { knock } from './setup/knocking.ts';
import { optionsHelp, withGround } from './setup/open.ts';

const usage = `tierline erase ADDRESS --admin EMAIL\n  ADDRESS            the customer's e-mail address\n  --admin EMAIL      on whose behalf: an admin in People\n${optionsHelp}`;

export const command: Command = {
  help: 'have the desk forget a customer, with a receipt',
  usage,
  run: (args, terminal) => {
    const [address = '', ...others] = args;
    if (!/^[^\s@-][^\s@]*@[^\s@]+$/.test(address)) {
      terminal.err(`Whom should the desk forget? Give an e-mail address.\n${usage}`);
      return Promise.resolve(2);
    }
    return withGround([others, terminal, usage], async (ground) => {
      if (ground.admin.email === '') throw new Stopped('Say on whose behalf: --admin EMAIL');
      return eraseWith(ground, address.toLowerCase(), terminal);
    });
  },
};

/** A desk with a long journal needs more than one go. */
const mostGoes = 20;

export async function eraseWith(
  ground: Ground,
  address: string,
  terminal: Pick<Terminal, 'out'>,
): Promise<number> {
  const { doorSecret = '' } = ground.memory.now;
  if (ground.doing.dry) {
    terminal.out('   would ask the desk to forget this customer in every tab\n');
    return 0;
  }
  for (let go = 0; go < mostGoes; go++) {
    const { answer, status } = await knock(ground, doorSecret, {
      request: { ask: 'erase', address },
      actor: ground.admin.email,
    });
    if (answer?.answer !== 'erased') throw new Stopped(why(answer, status));
    if (answer.receipt !== null) {
      terminal.out(`${answer.receipt}\nThe receipt stands in the tab Receipts.\n`);
      return 0;
    }
    terminal.out('   more to do\n');
  }
  throw new Stopped('The desk goes on by itself in the night; the receipt will stand in the tab Receipts.');
}

const why = (answer: DoorAnswer | null, status: number): string =>
  answer?.answer === 'refused'
    ? answer.words
    : `No desk answered (status ${status}). What was begun goes on in the night; run this again to go on now.`;
