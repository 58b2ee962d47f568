// The twelve checks as data: what Tierline assumes, which outcomes hold it, and what a person must do for it.

export interface ProbeCheck {
  readonly number: number;
  readonly question: string;
  /** What Tierline does because it believes the answer. */
  readonly assumption: string;
  /** Outcomes that hold the assumption, and those that break it; others leave it open. */
  readonly holds: readonly string[];
  readonly breaks: readonly string[];
  /** What a person must do, besides running `probe`. */
  readonly step: string | null;
}

export const kit: readonly ProbeCheck[] = [
  {
    number: 1,
    question: 'May a project with addOns have a trigger every minute?',
    assumption: 'No: so the desk is a project of its own, without addOns.',
    holds: ['refused'],
    breaks: ['accepted'],
    step: null,
  },
  {
    number: 2,
    question: 'Does Gmail show a card that a contextual trigger gives as raw JSON?',
    assumption:
      'Unknown: so cards are translated to CardService objects. Seen as broken, that stays necessary.',
    holds: ['shown', 'not shown'],
    breaks: [],
    step: 'In the editor: Deploy > Test deployments > Install. Open a mail, open the add-on: is there a card called Raw card? Write shown or not shown into a new row: 2 in column A, the word in column B.',
  },
  {
    number: 3,
    question: 'Do a Group’s copies keep the Message-ID?',
    assumption: 'Yes: the sidebar finds a ticket by Message-ID from any mailbox.',
    holds: ['same'],
    breaks: ['other', 'has none'],
    step: 'Write to the Group. Run groupMail as two members and compare column C of row 3: write same or other into a new row: 3, the word.',
  },
  {
    number: 4,
    question: 'Does Intl know named time zones and their daylight saving?',
    assumption: 'Yes: working time is counted with Intl alone.',
    holds: ['right'],
    breaks: ['wrong'],
    step: null,
  },
  {
    number: 5,
    question: 'How long may a trigger run that an add-on has made?',
    assumption: 'Perhaps only 30 seconds: so the sidebar makes no triggers. A longer time is good to know.',
    holds: ['ran', 'refused'],
    breaks: [],
    step: 'Look again after two hours: tierline probe',
  },
  {
    number: 6,
    question: 'Does a delegate see the sidebar in the support mailbox?',
    assumption: 'No: agents work in their own mailboxes, as members of the Group.',
    holds: ['not there'],
    breaks: ['there'],
    step: 'Let a delegate open the support mailbox. Write there or not there into a new row: 6, the words.',
  },
  {
    number: 7,
    question: 'May UrlFetchApp.fetchAll ask Gmail and Sheets with the script’s own token?',
    assumption: 'Yes: a tick asks everything side by side.',
    holds: ['works'],
    breaks: ['fails', 'failed'],
    step: null,
  },
  {
    number: 8,
    question: 'What does Gmail answer to a place in the history it has forgotten?',
    assumption: '404: then the desk compares the whole mailbox.',
    holds: ['404'],
    breaks: ['200', '400', '403'],
    step: null,
  },
  {
    number: 9,
    question: 'What does Gmail answer when a label is made that is there in other letters?',
    assumption: '409: then the desk takes the label that is there.',
    holds: ['409'],
    breaks: ['200', '400'],
    step: null,
  },
  {
    number: 10,
    question: 'Is a batchUpdate of Sheets carried out whole or not at all?',
    assumption: 'Yes: that is the desk’s only transaction.',
    holds: ['whole or not at all'],
    breaks: ['half'],
    step: null,
  },
  {
    number: 11,
    question: 'Do script properties and the script lock work in an add-on’s project?',
    assumption: 'Yes, in about a tenth of a second each.',
    holds: ['works'],
    breaks: ['fails', 'failed'],
    step: null,
  },
  {
    number: 12,
    question: 'Does what a program writes through the Sheets API fire triggers for edits or changes?',
    assumption:
      'No, as Google says. Otherwise the desk works each minute, as if mail had come, and nothing else.',
    holds: ['quiet'],
    breaks: ['fired'],
    step: 'Google refused the triggers in a project with addOns: take addOns out of its appsscript.json, run ownWrites, then tierline probe.',
  },
];
