import type { Names } from '../../src/rules/names.ts';
import { noNames } from '../../src/rules/names.ts';
import { ownerChain, ownerChainText } from '../../src/rules/owner-text.ts';

const names: Names = {
  ...noNames,
  people: [
    { name: 'Jane Doe', email: 'jane@example.com' },
    { name: 'Kim Lee', email: 'kim@example.com' },
    { name: 'Kim Lee', email: 'kim.lee@example.com' },
  ],
  teams: ['Support', 'Billing'],
  skills: ['payments'],
};
const troubles = (cell: string) =>
  ownerChain(cell, names).troubles.map(({ what, advice }) => `${what} ${advice}`);

test('an owner cell is a chain, divided by semicolons, lines or the word else', () => {
  const cell = 'Account manager; keep else lead\nround robin of support with skill payments; Jane Doe';
  const chain = ownerChain(cell, names).value ?? [];
  expect(chain).toEqual([
    { by: 'account manager' },
    { by: 'keep' },
    { by: 'lead' },
    { by: 'round robin', team: 'Support', skill: 'payments' },
    { by: 'person', person: 'jane@example.com' },
  ]);
  expect(ownerChain(ownerChainText(chain), names).value).toEqual(chain);
});

test.each([
  ['jane@', "'jane@' is nobody in People. Did you mean jane@example.com?"],
  ['jane', "'jane' is nobody in People. Did you mean jane@example.com?"],
  ['Jane Do', "'Jane Do' is nobody in People. Did you mean Jane Doe?"],
  [
    'Kim Lee',
    "'Kim Lee' is the name of 2 people. Write the address: kim@example.com or kim.lee@example.com.",
  ],
  ['round robn of Support', "'round robn of Support' is no way to find an owner. Did you mean round robin?"],
  ['round robin of Suport', "'Suport' is no team in People. Did you mean Support?"],
  ['least loaded with skill paiments', "'paiments' is no skill in People. Did you mean payments?"],
  [
    'xyz@elsewhere.example',
    "'xyz@elsewhere.example' is nobody in People. Write the e-mail address of somebody in People.",
  ],
])('an owner that is not there is told with the nearest that is: %s', (cell, message) => {
  expect(troubles(cell)).toEqual([message]);
});

test('the sound part of a chain goes on', () => {
  expect(ownerChain('nobody@example.com; lead', names).value).toEqual([{ by: 'lead' }]);
});
