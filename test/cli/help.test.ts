import { commands } from '../../src/cli/commands.ts';

test.each(Object.keys(commands))('%s tells how it is called, in a line and at length', async (name) => {
  const { command } = (await commands[name]?.()) ?? { command: null };
  expect(command?.help).toMatch(/^[a-z][^\n]{10,90}[^.\n]$/);
  expect(command?.usage).toMatch(new RegExp(`^tierline ${name}[ :].*\\n`));
});
