// The tab Control: a row a command, with a tick box that asks for it and a cell for the answer.

export const controlColumns = ['Command', 'Do it', 'Options', 'Last run', 'Answer', 'What it does'] as const;

/** Every command, with what may stand in Options. */
export const commands = {
  'Check rules': 'Tells what is wrong in the tabs of rules',
  'Try a mail': 'What would happen to the mail in the tab Try. Options: published for the published rules',
  'What would change': 'Tickets of the last 30 days under the edited rules. Options: days',
  Publish: 'The edited rules hold from now on. Options: force, although cells cannot be read',
  'Roll back': 'An earlier version holds again. Options: its number',
  'Start pilot': 'The edited rules for some new tickets. Options: 20% or a category',
  'Compare pilot': 'Puts pilot and published rules side by side in the tab Pilot',
  'End pilot': 'Options: publish or discard',
  'Pause desk': 'The desk leaves mail and tickets alone',
  'Resume desk': 'The desk goes on and catches up',
  Install: 'Makes missing tabs, labels and triggers',
  Health: 'How the desk is',
  'Reports now': 'Counts into the tab Reports what has happened since last night',
} as const;

export type Command = keyof typeof commands;

export interface Asked {
  readonly command: Command;
  readonly options: string;
  /** Row index (0 is the first of the tab). */
  readonly row: number;
}

/** A1 ranges: admins may have moved rows down. Boxes are read as values: formatted, TRUE is WAHR in a German workbook. */
export const boxRange = 'Control!A2:B40';
/** As people see them: 20%. */
export const optionsRange = 'Control!C2:C40';

type Rows = readonly (readonly unknown[])[];

/** Typed or pasted over, a box is text. */
const isTicked = (cell: unknown): boolean => /^(true|yes|x)$/i.test(String(cell ?? '').trim());

/** The boxes that are ticked, from above; a row that is no command is nobody's. */
export const askedIn = (rows: Rows, options: Rows = []): readonly Asked[] =>
  rows.flatMap(([name, box], index) => {
    const command = commandNamed(String(name ?? ''));
    return command && isTicked(box)
      ? [{ command, options: String(options[index]?.[0] ?? '').trim(), row: index + 1 }]
      : [];
  });

const commandNamed = (name: string): Command | undefined =>
  (Object.keys(commands) as Command[]).find((one) => one.toLowerCase() === name.trim().toLowerCase());
