import fc from 'fast-check';
import type { LadderStep, StepAction, StepCondition, StepWhen } from '../../src/complaints/rules.ts';
import { ladder, ladderText, readStep } from '../../src/rules/ladder-text.ts';
import type { Names } from '../../src/rules/names.ts';

const names: Names = {
  people: [
    { name: 'Jane Doe', email: 'jane@example.com' },
    { name: 'Otto Fischer', email: 'otto@example.com' },
  ],
  teams: ['Support', 'Key accounts'],
  skills: ['payments', 'technical'],
  calendars: ['Office hours'],
  categories: [
    { category: 'Billing and payments', subcategory: null },
    { category: 'Billing and payments', subcategory: 'Disputes' },
  ],
  customerTiers: ['Standard', 'VIP'],
  tiers: ['First line', 'Specialists', 'Management'],
  flags: ['manager', 'legal'],
};

const step = (text: string) => readStep(text, names).value;
const troubles = (text: string) =>
  ladder(text, names).troubles.map(({ what, advice }) => `${what} ${advice}`.trim());

test.each<[string, StepWhen]>([
  ['first response 75%: tell owner', { on: 'firstResponse', percent: 75 }],
  ['First Response at 75 %: tell owner', { on: 'firstResponse', percent: 75 }],
  ['next response due: tell owner', { on: 'nextResponse', offset: 0 }],
  ['30m before resolution due: tell owner', { on: 'resolution', offset: -1800 }],
  ['1h after customer update: tell owner', { on: 'customerUpdate', offset: 3600 }],
  ['tier time due: tell owner', { on: 'tierTime', offset: 0 }],
  ['owner silent 2h: tell owner', { on: 'ownerSilent', seconds: 7200 }],
  ['owner silent for 1h 30m: tell owner', { on: 'ownerSilent', seconds: 5400 }],
])('a step says when it is due: %s', (text, when) => {
  expect(step(text)?.when).toEqual(when);
});

test('a step may have any number of conditions, and category names may hold the word "and"', () => {
  const text =
    'resolution 50% if severity high and customer tier vip and category Billing and payments > disputes and reopened 2 and tier 2 and mood red and phrase manager: tell owner';
  expect(step(text)?.conditions).toEqual([
    { if: 'severity', atLeast: 'high' },
    { if: 'customer tier', is: 'VIP' },
    { if: 'category', is: 'Billing and payments > Disputes' },
    { if: 'reopened', atLeast: 2 },
    { if: 'tier', is: 2 },
    { if: 'mood', atLeast: 'red' },
    { if: 'phrase', flag: 'manager' },
  ]);
});

test('a step may do everything the desk can do', () => {
  const text =
    'resolution due: tell owner, tell lead, tell co-owners, tell Jane Doe, next tier, tier 3, hand to otto@example.com, hand to team Support, hand to skill payments, hand to round robin of Key accounts with skill technical, raise severity, label At risk, label "Late, again", holding reply';
  expect(step(text)?.actions).toEqual([
    { do: 'tell', who: 'owner' },
    { do: 'tell', who: 'lead' },
    { do: 'tell', who: 'co-owners' },
    { do: 'tell person', person: 'jane@example.com' },
    { do: 'next tier' },
    { do: 'tier', tier: 3 },
    { do: 'hand to', owner: { by: 'person', person: 'otto@example.com' } },
    { do: 'hand to', owner: { by: 'least loaded', team: 'Support', skill: null } },
    { do: 'hand to', owner: { by: 'least loaded', team: null, skill: 'payments' } },
    { do: 'hand to', owner: { by: 'round robin', team: 'Key accounts', skill: 'technical' } },
    { do: 'raise severity' },
    { do: 'label', label: 'At risk' },
    { do: 'label', label: 'Late, again' },
    { do: 'holding reply' },
  ]);
});

test('steps stand on lines of their own or are divided by semicolons', () => {
  const cell = 'first response 75%: tell owner\n\nfirst response due: tell lead; resolution due: next tier';
  expect(ladder(cell, names).value?.map(({ text }) => text)).toEqual([
    'first response 75%: tell owner',
    'first response due: tell lead',
    'resolution due: next tier',
  ]);
});

test.each([
  ['frist response 75%: tell owner', "'frist response' is no clock. Did you mean first response?"],
  ['first response 0%: tell owner', '0% is not possible. Write 1% to 1000%.'],
  [
    '2wd before resolution due: tell owner',
    "'2wd' cannot be used in a ladder. Write hours or minutes, such as 4h or 30m.",
  ],
  [
    'sometimes: tell owner',
    "'sometimes' is no moment. Write for example: first response 75%, resolution due, 30m before resolution due, owner silent 2h.",
  ],
  [
    'resolution due',
    "'resolution due' does not say what to do. Write when, a colon, and what to do: first response due: tell owner.",
  ],
  ['resolution due: tell ownr', "'ownr' is nobody in People. Did you mean owner?"],
  [
    'resolution due: tell jan@example.com',
    "'jan@example.com' is nobody in People. Did you mean jane@example.com?",
  ],
  ['resolution due: nxt tier', "'nxt tier' is nothing the desk can do. Did you mean next tier?"],
  ['resolution due: hand to team Suport', "'Suport' is no team in People. Did you mean Support?"],
  ['resolution due if severty high: next tier', "'severty high' is no condition. Did you mean severity?"],
  ['resolution due if severity hihg: next tier', "'hihg' is not possible here. Did you mean high?"],
  ['resolution due if phrase boss: next tier', "'boss' is no flag in Phrases. There is manager or legal."],
])('a mistyped step is told with the word that is wrong: %s', (text, message) => {
  expect(troubles(text)).toEqual([message]);
});

test('of several steps the message names the one that is wrong, and the others go on', () => {
  const cell = 'first response due: tell owner\nresolution due: next teir';
  expect(troubles(cell)[0]).toMatch(/^step 2: 'next teir' /);
  expect(ladder(cell, names).value).toHaveLength(1);
});

test('a step with a wrong condition does nothing, rather than too much', () => {
  expect(step('resolution due if severity hihg: next tier')).toBeUndefined();
});

test('a step with one wrong action still does the others', () => {
  expect(step('resolution due: tell owner, tell nobody in particular')?.actions).toEqual([
    { do: 'tell', who: 'owner' },
  ]);
});

const clock = fc.constantFrom(
  'firstResponse',
  'nextResponse',
  'customerUpdate',
  'resolution',
  'tierTime' as const,
);
const seconds = fc.integer({ min: 60, max: 400_000 });
const when: fc.Arbitrary<StepWhen> = fc.oneof(
  fc.record({ on: clock, percent: fc.integer({ min: 1, max: 1000 }) }),
  fc.record({
    on: clock,
    offset: fc.oneof(
      fc.constant(0),
      seconds,
      seconds.map((each) => -each),
    ),
  }),
  fc.record({ on: fc.constant('ownerSilent' as const), seconds }),
) as fc.Arbitrary<StepWhen>;
const condition = fc.constantFrom<StepCondition>(
  { if: 'severity', atLeast: 'critical' },
  { if: 'customer tier', is: 'VIP' },
  { if: 'category', is: 'Billing and payments > Disputes' },
  { if: 'category', is: 'Billing and payments' },
  { if: 'tier', is: 2 },
  { if: 'reopened', atLeast: 3 },
  { if: 'mood', atLeast: 'amber' },
  { if: 'phrase', flag: 'legal' },
);
const label = fc.string({ minLength: 1, maxLength: 20, unit: fc.constantFrom(...'ab ,;:/é') });
const action: fc.Arbitrary<StepAction> = fc.oneof(
  fc.constantFrom<StepAction>(
    { do: 'tell', who: 'co-owners' },
    { do: 'tell person', person: 'otto@example.com' },
    { do: 'next tier' },
    { do: 'tier', tier: 3 },
    { do: 'raise severity' },
    { do: 'holding reply' },
    { do: 'hand to', owner: { by: 'keep' } },
    { do: 'hand to', owner: { by: 'round robin', team: null, skill: null } },
    { do: 'hand to', owner: { by: 'least loaded', team: 'Key accounts', skill: 'payments' } },
  ),
  label
    .map((text) => text.replace(/^[\s/]+|[\s/]+$/g, ''))
    .filter((text) => text !== '')
    .map((text): StepAction => ({ do: 'label', label: text })),
);

test('whatever a step says, its text is read back to the same step', () => {
  const steps = fc.record({
    text: fc.constant(''),
    when,
    conditions: fc.array(condition, { maxLength: 3 }),
    actions: fc.array(action, { minLength: 1, maxLength: 4 }),
  });
  fc.assert(
    fc.property(steps, (given: LadderStep) => {
      const { value, troubles: found } = readStep(ladderText(given), names);
      expect(found).toEqual([]);
      expect({ ...value, text: '' }).toEqual(given);
    }),
  );
});
