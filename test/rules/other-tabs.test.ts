import { read, rowOf, setting, told } from './workbooks.ts';

const customer = (name: string) => rowOf('Customers', name);

test('a setting that is mistyped is told with the one that was meant', () => {
  expect(told(['Settings', rowOf('Settings', 'Time zone'), 'Setting', 'Tmie zone'])).toContain(
    "Settings row 6, Setting: 'Tmie zone' is no setting. Did you mean Time zone?",
  );
});

test('a setting with a value that cannot be is told by its name and keeps a sound value', () => {
  const edits = [setting('Time zone', 'Europe/Olso'), setting('Check every', '2')] as const;
  expect(told(...edits)).toEqual([
    "Settings row 6, Value: Time zone: 'Europe/Olso' is no time zone. Did you mean Europe/Oslo?",
    "Settings row 9, Value: Check every: '2' is not possible here. Write 1, 5 or 10.",
  ]);
  expect(read(...edits).settings).toMatchObject({ timeZone: 'Europe/Oslo', tickMinutes: 1 });
});

test('the clocks that stop while waiting are named in words', () => {
  expect(
    read(setting('Waiting for a third party stops', 'Resolution; first response')).settings
      .stopsForThirdParty,
  ).toEqual(['firstResponse', 'resolution']);
  expect(read(setting('Waiting for a third party stops', 'none')).settings.stopsForThirdParty).toEqual([]);
});

test('no support address is told, as the desk would not know its own mail', () => {
  expect(told(setting('Support addresses', ''))).toEqual([
    expect.stringMatching(/^Settings, Support addresses: This setting is missing or names nothing\./),
  ]);
});

test('sending acknowledgements without a text for them is told', () => {
  const uses = ['en', 'de', 'nl', 'no'].map((language) => {
    const row = rowOf('Macros', 'We have your message', language);
    return ['Macros', row, 'Use', ''] as const;
  });
  expect(told(...uses)).toEqual([
    'Settings, Acknowledge: Macros has no text for acknowledge. Add a row with acknowledge in Use to Macros, or set this to off. Until then nothing is written.',
  ]);
});

test('a calendar without an open hour or with an unknown zone is refused, and the others go on', () => {
  const messages = told(
    ...(['Mon', 'Tue', 'Wed', 'Thu', 'Fri'] as const).map((day) => ['Calendars', 4, day, 'closed'] as const),
  );
  expect(messages[0]).toMatch(/^Calendars row 4: Calendar 'English-language team' is never open/);
  expect(told(['Calendars', 4, 'Time zone', 'Europe/Lodnon'])[0]).toBe(
    "Calendars row 4, Time zone: 'Europe/Lodnon' is no time zone. Did you mean Europe/London? Until then this row is left out.",
  );
});

test('hours that are no hours take the calendar out rather than closing it on that day', () => {
  expect(told(['Calendars', 4, 'Mon', '9 to five'])[0]).toMatch(
    /^Calendars row 4, Mon: '9 to five' are no hours\./,
  );
  expect(read(['Calendars', 4, 'Mon', '9 to five']).calendars.map(({ name }) => name)).toEqual([
    'Office hours',
    'Round the clock',
  ]);
});

test('a holiday without a calendar closes all of them; other hours and breaks hold on their date', () => {
  const { calendars } = read(
    ['Holidays', 40, 'Date', '2026-08-14'],
    ['Holidays', 40, 'Name', 'Summer party'],
    ['Holidays', 41, 'Calendar', 'Office hours, Round the clock'],
    ['Holidays', 41, 'Date', '2026-08-17'],
    ['Holidays', 41, 'Hours', 'break 12:00-13:00'],
  );
  expect(calendars.map(({ holidays }) => holidays?.includes('2026-08-14'))).toEqual([true, true, true]);
  expect(calendars.map(({ breaks }) => breaks?.['2026-08-17'])).toEqual([
    [['12:00', '13:00']],
    [['12:00', '13:00']],
    undefined,
  ]);
});

test('a holiday of a calendar that is not there closes none', () => {
  const edits = [['Holidays', 2, 'Calendar', 'Ofice hours']] as const;
  expect(told(...edits)[0]).toMatch(/Did you mean Office hours\? Until then this row is left out\.$/);
  expect(read(...edits).calendars.some(({ holidays }) => holidays?.includes('2026-04-02'))).toBe(false);
});

test('an address or domain belongs to one customer only', () => {
  expect(
    told(['Customers', customer('De Lampenwinkel'), 'Addresses or domains', 'aurora-hotels.example'])[0],
  ).toBe(
    "Customers row 5, Addresses or domains: 'aurora-hotels.example' is in row 2 already. Decide for one of the two. Until then it belongs to row 2.",
  );
});

test('a domain in which anybody has an address makes nobody a VIP', () => {
  const edits = [
    ['Customers', customer('Aurora Hotels'), 'Addresses or domains', 'gmail.com, @aurora.example'],
  ] as const;
  expect(told(...edits)[0]).toMatch(/'gmail.com' is a domain in which anybody has an address/);
  expect(read(...edits).customers[0]?.matches).toEqual(['aurora.example']);
});

test('a customer tier that is not there is told', () => {
  expect(told(['Customers', 2, 'Tier', 'VPI'])).toEqual([
    "Customers row 2, Tier: 'VPI' is no customer tier in Settings. Did you mean VIP?",
  ]);
});

test('a macro with an unknown variable is never sent', () => {
  const edits = [['Macros', 2, 'Body', 'Hello {custmer}, {{ Ticket }}']] as const;
  expect(told(...edits)[0]).toBe(
    'Macros row 2, Body: {custmer} is no variable. Did you mean customer? Until then this row is left out.',
  );
  expect(read(...edits).macros.some(({ place }) => place.row === 2)).toBe(false);
  expect(read(['Macros', 2, 'Body', 'Hello {{ Customer }}']).macros[0]?.body).toBe('Hello {customer}');
});

test('the words of a macro stay as they were typed', () => {
  expect(read(['Macros', 2, 'Body', '\u201cHello\u201d\nyou\u2019re next']).macros[0]?.body).toBe(
    '\u201cHello\u201d\nyou\u2019re next',
  );
});

test('patterns that would match every mail are refused', () => {
  const edits = [['Categories', 2, 'Senders', '*, *@shop.example']] as const;
  expect(told(...edits)).toEqual([
    "Categories row 2, Senders: '*' would match every mail. Write for example *@shop.example.",
  ]);
  expect(read(...edits).categories[0]?.senders).toEqual(['*@shop.example']);
});

test('a category that is there twice counts once', () => {
  const [, first, second] = ['', 'Product and service quality', 'Defect'];
  const row = rowOf('Categories', first ?? '', 'Not as described');
  expect(told(['Categories', row, 'Subcategory', second ?? ''])[0]).toMatch(
    /^Categories row \d+, Category: 'Product and service quality > Defect' is in row \d+ already\./,
  );
});

test('phrases without an effect are told', () => {
  expect(told(['Phrases', 30, 'Phrases', 'good morning'])).toEqual([
    'Phrases row 30: these phrases have no effect. Fill in Severity at least, Tier at least, Flag or Mood.',
  ]);
});

test('a checklist keeps the commas of its sentences', () => {
  expect(
    read(['Categories', 2, 'Checklist', 'Look it up, then call; Write it down']).categories[0]?.checklist,
  ).toEqual(['Look it up, then call', 'Write it down']);
});
