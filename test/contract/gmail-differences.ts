// Where `emulate@0.11.2` is not like Gmail, case by case: what it does instead, and how that shows.

export interface Difference {
  readonly instead: string;
  /** Found in the failing case's message, so that it fails for this reason and no other. */
  readonly shows: RegExp;
}

const notRefused = /It was not refused/;

export const emulateDiffers: Readonly<Record<string, Difference>> = {
  'ids are up to sixteen hexadecimal digits': {
    instead: 'its ids are msg_ and thr_ with random letters',
    shows: /msg_/,
  },
  'every header of a mail is kept': {
    instead: 'it keeps ten headers only',
    shows: /"Auto-Submitted"[\s\S]*"From", "To", "Subject", "Date", "Message-ID"\]/,
  },
  "another person's mailbox is refused": {
    instead: 'it says 404, there is no such mailbox',
    shows: /Received: 404/,
  },
  'the profile counts the mailbox': {
    instead: 'it has no getProfile',
    shows: /status code 404/,
  },
  'a list with nothing in it has no messages key': {
    instead: 'it answers an empty list',
    shows: /Received: \[\]/,
  },
  'a search finds a mail by its Message-ID': {
    instead: 'rfc822msgid: finds nothing',
    shows: /Array \[\]/,
  },
  'a search can leave words out, join them with OR and look at ages': {
    instead: 'OR, braces and ages are taken as words to find',
    shows: /Expected: 2[\s\S]*Received: 0/,
  },
  'an answer is in the thread of what it answers, another subject is not': {
    instead: 'references alone join a thread, whatever the subject',
    shows: /not "thr_/,
  },
  'a label name that exists in another case is 409': {
    instead: 'it says 400',
    shows: /Received: 400/,
  },
  "a colour outside Gmail's palette is refused": {
    instead: 'it takes any colour',
    shows: notRefused,
  },
  'more than a thousand ids in one call are refused': {
    instead: 'it takes any number',
    shows: notRefused,
  },
  'a history with nothing in it has no history key': {
    instead: 'it answers an empty list',
    shows: /"history",/,
  },
  'a history id from long ago is 404 notFound': {
    instead: 'its history never expires',
    shows: notRefused,
  },
  'a history id that is no number is 400': {
    instead: 'it takes any text',
    shows: notRefused,
  },
  'a mail to nobody is refused': {
    instead: 'it stores the mail as sent',
    shows: notRefused,
  },
  'a batch answers each request with its own status': {
    instead: 'it has no batch address',
    shows: /Not Found/,
  },
};
