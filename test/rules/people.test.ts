import { readRules } from '../../src/rules/read.ts';
import { type Edit, edited, read, rowOf, setting, told } from './workbooks.ts';

const row = (name: string) => rowOf('People', name);
const anna = 'anna@fjordlicht.example';
const ida = 'ida@fjordlicht.example';
const someone = (email: string, ...edits: readonly Edit[]) =>
  read(...edits).people.find((person) => person.email === email);

test('colleagues may be named by address or by a name that only one of them has', () => {
  const edits = [['People', row('Anna Berger'), 'Cover', 'ida solberg']] as const;
  expect(someone(anna, ...edits)?.cover).toBe(ida);
  expect(told(...edits)).toEqual([]);
});

test('an address is the same in capitals', () => {
  expect(someone(anna, ['People', row('Anna Berger'), 'Email', 'Anna@Fjordlicht.EXAMPLE'])?.name).toBe(
    'Anna Berger',
  );
});

test('a lead who is nobody is told with the nearest colleague', () => {
  expect(told(['People', row('Anna Berger'), 'Lead', 'femke@'])).toEqual([
    "People row 2, Lead: 'femke@' is nobody in People. Did you mean femke@fjordlicht.example?",
  ]);
});

test('who is in People twice counts once', () => {
  const messages = told(['People', row('Bram de Vries'), 'Email', anna]);
  expect(messages).toContain(
    `People row 3, Email: '${anna}' is in row 2 already. Join the two rows or delete one. Until then this row is left out.`,
  );
});

test('a person without a usable address is left out and told', () => {
  expect(told(['People', row('Elena Rossi'), 'Email', 'elena'])[0]).toBe(
    "People row 7, Email: 'elena' is no e-mail address. Write it like jane@example.com. Until then this row is left out.",
  );
});

test('covers that go in a circle are cut at the lowest row', () => {
  const edits = [['People', row('Ida Solberg'), 'Cover', anna]] as const;
  expect(told(...edits)).toEqual([
    `People row 4, Cover: ${anna} covers ${ida} in a circle. Let the last one be covered by somebody else, or leave Cover blank. Until then this cell counts as blank.`,
  ]);
  expect(someone(ida, ...edits)?.cover).toBeNull();
  expect(someone(anna, ...edits)?.cover).toBe(ida);
});

test('nobody covers or leads themselves', () => {
  const edits = [
    ['People', row('Ida Solberg'), 'Cover', ida],
    ['People', row('Helen Lie'), 'Lead', 'Helen Lie'],
  ] as const;
  expect(someone(ida, ...edits)?.cover).toBeNull();
  expect(told(...edits)).toHaveLength(2);
});

test('leads that go in a circle are cut', () => {
  const edits = [['People', row('Helen Lie'), 'Lead', 'Femke Jansen']] as const;
  expect(told(...edits)[0]).toMatch(
    /^People row 10, Lead: femke@fjordlicht.example leads helen@fjordlicht.example in a circle/,
  );
  expect(someone('helen@fjordlicht.example', ...edits)?.lead).toBeNull();
});

test('days off count by the clock of the calendar of that person', () => {
  const away = '2026-04-06 to 2026-04-10';
  const inLondon = someone('david@fjordlicht.example', ['People', row('David Clarke'), 'Away', away]);
  const inOslo = someone(anna, ['People', row('Anna Berger'), 'Away', away]);
  expect(inLondon?.away).toEqual([
    { from: Date.parse('2026-04-05T23:00Z'), to: Date.parse('2026-04-10T23:00Z') },
  ]);
  expect(inOslo?.away).toEqual([
    { from: Date.parse('2026-04-05T22:00Z'), to: Date.parse('2026-04-10T22:00Z') },
  ]);
});

test('what somebody may handle must be a category', () => {
  const messages = told(['People', row('Elena Rossi'), 'May handle', 'Billing and payments, Disputs']);
  expect(messages).toEqual([
    "People row 7, May handle: 'Disputs' is no category in Categories. Did you mean Disputes?",
  ]);
  expect(
    someone('elena@fjordlicht.example', [
      'People',
      row('Elena Rossi'),
      'May handle',
      'billing and payments > disputes',
    ])?.mayHandle,
  ).toEqual(['Billing and payments > Disputes']);
});

test('a team that has nobody is told where it is used', () => {
  expect(told(['People', row('Ole Hansen'), 'Teams', ''])).toEqual([
    expect.stringMatching(/^Matrix row 10, Owner tier 1: 'Logistics' is no team in People\./),
  ]);
});

test('without anybody in People every ticket belongs to the support mailbox, and this is told', () => {
  const workbook = { ...edited([]), People: edited([]).People?.slice(0, 1) ?? [] };
  const { rules, problems } = readRules(workbook, null);
  expect(rules.people.map(({ email }) => email)).toEqual(['support@fjordlicht.example']);
  expect(problems.map(({ what }) => what)).toContain('There is nobody in this tab.');
});

test('without a fallback owner the first admin takes what nobody else can', () => {
  const edits = [setting('Fallback owner', '')] as const;
  expect(read(...edits).settings.fallbackOwner).toBe('helen@fjordlicht.example');
  const gone = [...edits, ['People', row('Helen Lie'), 'Email', 'nobody']] as const;
  expect(read(...gone).settings.fallbackOwner).toBe('petra@fjordlicht.example');
  expect(told(...gone)).toContainEqual(
    expect.stringMatching(/^Settings, Fallback owner: .* Until then it is petra@fjordlicht.example\.$/),
  );
});

test('the support mailbox is no colleague', () => {
  expect(told(['People', row('Petra Novak'), 'Email', 'support@fjordlicht.example'])).toEqual([
    "People row 10, Cover: 'petra@fjordlicht.example' is nobody in People. Write the e-mail address of somebody in People.",
    "People row 11, Email: 'support@fjordlicht.example' is the support mailbox itself. Write this person's own address: what the support mailbox writes counts as the desk's own mail.",
  ]);
});

test('somebody may handle a category whose name holds a comma', () => {
  const added = [
    ['Categories', 40, 'Category', 'Returns, exchanges'],
    ['People', row('Ole Hansen'), 'May handle', 'Returns, exchanges; Other, Shipping and delivery'],
  ] as const;
  expect(someone('ole@fjordlicht.example', ...added)?.mayHandle).toEqual([
    'Returns, exchanges',
    'Other',
    'Shipping and delivery',
  ]);
});
