// The menu Tierline in the workbook: each item ticks a box of Control for the admin and shows where the answer comes.
import type { Command } from '../rules/desk/control.ts';

/** The functions that Google calls by name: `onOpen` by itself, the others when somebody chooses the item. */
export function onOpen(): void {
  SpreadsheetApp.getUi()
    .createMenu('Tierline')
    .addItem('Check rules', 'checkRules')
    .addItem('Try a mail', 'tryMail')
    .addItem('What would change', 'whatWouldChange')
    .addItem('Publish', 'publish')
    .addItem('Roll back ...', 'rollBack')
    .addSeparator()
    .addItem('Start pilot ...', 'startPilot')
    .addItem('Compare pilot', 'comparePilot')
    .addItem('End pilot ...', 'endPilot')
    .addSeparator()
    .addItem('Pause desk', 'pauseDesk')
    .addItem('Resume desk', 'resumeDesk')
    .addItem('Install', 'install')
    .addItem('Health', 'health')
    .addToUi();
}

export const checkRules = (): void => ask('Check rules', '');
export const whatWouldChange = (): void => ask('What would change', '');
export const publish = (): void => ask('Publish', '');
export const comparePilot = (): void => ask('Compare pilot', '');
export const pauseDesk = (): void => ask('Pause desk', '');
export const resumeDesk = (): void => ask('Resume desk', '');
export const install = (): void => ask('Install', '');
export const health = (): void => ask('Health', '');

export const rollBack = (): void =>
  withOptions('Roll back', 'To which version? Leave it empty for the one before.');
export const startPilot = (): void =>
  withOptions('Start pilot', 'Which new tickets get the edited rules? A share such as 20%, or a category.');
export const endPilot = (): void => withOptions('End pilot', 'publish or discard?');

/** The mail has to be told first. */
export function tryMail(): void {
  const sheet = SpreadsheetApp.getActive().getSheetByName('Try');
  const told = sheet
    ?.getRange('B2:B5')
    .getValues()
    .some(([cell]) => cell !== '');
  if (!sheet || told) {
    ask('Try a mail', '');
    return;
  }
  sheet.getRange('B2').activate();
  toast('Write a mail here, or the Message-ID or ticket of one; then choose Try a mail again.');
}

function withOptions(command: Command, question: string): void {
  const ui = SpreadsheetApp.getUi();
  const response = ui.prompt(command, question, ui.ButtonSet.OK_CANCEL);
  if (response.getSelectedButton() === ui.Button.OK) ask(command, response.getResponseText().trim());
}

function ask(command: Command, options: string): void {
  const sheet = SpreadsheetApp.getActive().getSheetByName('Control');
  const names = sheet ? sheet.getRange('A2:A40').getValues() : [];
  const row = names.findIndex(([name]) => String(name).trim().toLowerCase() === command.toLowerCase()) + 2;
  if (!sheet || row < 2) {
    toast('Control has no such row. Run install in the editor of the desk once more.');
    return;
  }
  sheet.getRange(row, 3).setValue(options);
  sheet.getRange(row, 2).setValue(true);
  sheet.getRange(row, 5).activate();
  toast(`${command}: the answer comes here within a minute.`);
}

function toast(text: string): void {
  SpreadsheetApp.getActive().toast(text, 'Tierline', 10);
}
