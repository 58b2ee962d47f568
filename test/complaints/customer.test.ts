import { customerOf } from '../../src/complaints/customer.ts';
import { customer, rulesOf } from './fixtures/rules-of-words.ts';

const rules = rulesOf({
  customers: [
    customer(2, 'Acme', { matches: ['acme.example'], tier: 'business' }),
    customer(3, 'Acme Europe', { matches: ['eu.acme.example'], tier: 'key account' }),
    customer(4, 'Jane', { matches: ['jane@acme.example', 'jane@gmail.com'], tier: 'key account' }),
    customer(5, 'Everybody', { matches: ['gmail.com', 'gmx.de'], tier: 'key account' }),
    customer(6, 'Acme again', { matches: ['acme.example'] }),
    customer(7, 'Beta', { matches: ['@beta.example'], tier: 'business' }),
  ],
});
const who = (address: string) => customerOf(address, rules).customer?.name ?? null;

test.each([
  ['bob@acme.example', 'Acme'],
  ['BOB@Acme.Example ', 'Acme'],
  ['bob@mail.acme.example', 'Acme'],
  ['bob@eu.acme.example', 'Acme Europe'],
  ['bob@shop.eu.acme.example', 'Acme Europe'],
  ['jane@acme.example', 'Jane'],
  ['jane@gmail.com', 'Jane'],
  ['bob@beta.example', 'Beta'],
  ['bob@gmail.com', null],
  ['bob@gmx.de', null],
  ['bob@notacme.example', null],
  ['bob@example', null],
  ['', null],
])('%s belongs to %s', (address, expected) => {
  expect(who(address)).toBe(expected);
});

test('the reason names the match, the tier and the row', () => {
  expect(customerOf('bob@shop.eu.acme.example', rules)).toMatchObject({
    tier: 'key account',
    why: 'eu.acme.example is Acme Europe, tier key account: Customers row 3',
  });
});

test('an unknown sender has the least valuable tier', () => {
  expect(customerOf('x@y.example', rules)).toEqual({
    customer: null,
    tier: 'standard',
    why: 'x@y.example is nobody in Customers: tier standard',
  });
});
