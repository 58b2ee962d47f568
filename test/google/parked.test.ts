// A mail that breaks the reader is parked, and whoever opens it is told.
import type { GmailMessage } from '../../src/complaints/mail.ts';
import { hashOf } from '../../src/complaints/reading/hash.ts';
import { noDoorMemory } from '../../src/door/desk/memory.ts';
import { answer } from '../../src/door/desk/questions.ts';
import { intake } from '../../src/google/intake.ts';
import type { SeenByTick } from '../../src/google/see.ts';
import { readRules } from '../../src/rules/read.ts';
import { starterDefault } from '../../src/rules/starter.ts';

const { rules } = readRules(starterDefault, null);
if (!rules) throw new Error('The starter has no rules');

/** Its headers can be read, but nothing else. */
const broken = {
  id: '1',
  internalDate: '1774339203918',
  payload: {
    headers: [{ name: 'Message-Id', value: ' <odd@example.com> ' }],
    get parts(): never {
      throw new RangeError('broken');
    },
  },
} as unknown as GmailMessage;

const seenAfter = (strikes: number): SeenByTick =>
  ({
    fetched: [{ unread: { id: '1', strikes, reason: '' }, fetched: { id: '1', message: broken } }],
    left: [],
  }) as unknown as SeenByTick;

test('at the third strike it is parked under its Message-ID, before it is tried again', () => {
  expect(intake(seenAfter(0), rules)).toMatchObject({ parked: [], again: [{ id: '1', strikes: 1 }] });
  expect(intake(seenAfter(2), rules)).toMatchObject({
    again: [],
    parked: [
      {
        gmailId: '1',
        messageId: 'odd@example.com',
        at: 1774339203918,
        reason: expect.stringContaining('RangeError'),
      },
    ],
  });
});

test('who opens a parked mail is told so, who opens another mail is not', () => {
  const known = {
    rules,
    tickets: [],
    knowledge: [],
    memory: noDoorMemory,
    archive: [],
    recalled: null,
    parked: 1,
    parkedKeys: [hashOf('odd@example.com')],
    health: [],
    problems: [],
    now: 0,
  };
  const about = (mails: string[]) =>
    answer({ ask: 'ticket', id: null, mails, archiveRow: null }, 'anna@fjordlicht.example', known);
  expect(about(['<odd@example.com>'])).toEqual({ answer: 'no ticket', parked: true });
  expect(about(['<odd@example.com>', '<answer@example.com>'])).toEqual({
    answer: 'no ticket',
    parked: false,
  });
  expect(about([])).toEqual({ answer: 'no ticket', parked: false });
});
