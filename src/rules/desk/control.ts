// The tab Control: a row a command, with a tick box that asks for it and a cell for the answer.

export const controlColumns = ['Command', 'Do it', 'Options', 'Last run', 'Answer', 'What it does'] as const;

export const commandNames = [
  'Check rules',
  'Try a mail',
  'What would change',
  'Publish',
  'Roll back',
  'Start pilot',
  'Compare pilot',
  'End pilot',
  'Pause desk',
  'Resume desk',
  'Install',
  'Health',
  'Reports now',
] as const;

export type Command = (typeof commandNames)[number];

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
  commandNames.find((one) => one.toLowerCase() === name.trim().toLowerCase());
