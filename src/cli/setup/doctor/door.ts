// The desk's door, and the clocks on both sides of it.
import { isKnown, isTurnedAway, knock } from '../knocking.ts';
import { type Check, right, unknown, wrong } from './finding.ts';

const bySidebar = 'Open a mail in Gmail and see whether the sidebar shows its ticket.';

export const doorOpens: Check = {
  name: 'Door',
  look: async (patient) => {
    const stranger = await knock(patient, null);
    if (stranger.answer !== null && !isTurnedAway(stranger) && stranger.answer.answer !== 'refused')
      return wrong('The desk answered somebody without the secret.', 'Run: tierline push, and tell us.');
    if (stranger.answer === null)
      return unknown(`No desk answered from here (status ${stranger.status}).`, bySidebar);
    const known = await knock(patient, patient.memory.now.doorSecret ?? '');
    return isKnown(known)
      ? right('It opens to the secret and refuses the unsigned.')
      : wrong(
          'The desk does not know the secret that the sidebar has.',
          'Open the desk in its editor and compare DOOR_SECRET in Project settings with .tierline/setup.json.',
        );
  },
};

/** The door refuses what is five minutes off. */
const allowed = 60_000;

export const clocks: Check = {
  name: 'Clocks',
  look: async (patient) => {
    const { skew } = await knock(patient, null);
    if (skew === null) return unknown('The desk did not tell its time.', bySidebar);
    const seconds = Math.round(skew / 1000);
    return Math.abs(skew) <= allowed
      ? right(`The desk is ${seconds} seconds off this computer.`)
      : wrong(`The desk is ${seconds} seconds off this computer.`, 'Set the clock of this computer.');
  },
};
