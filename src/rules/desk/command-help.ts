// What the rows of Control say of each command; apart from the names, which every tick needs.
import type { Command } from './control.ts';

/** Every command, with what may stand in Options. */
export const commandHelp: Readonly<Record<Command, string>> = {
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
};
