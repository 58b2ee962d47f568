import { instantAt, offsetAt, wallTime, zoneNamed } from '../../src/complaints/zone.ts';

const zones = [
  'UTC',
  'Europe/Oslo',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Gaza',
  'Antarctica/Troll',
  'Pacific/Chatham',
];

const shown = (timeZone: string): ((at: number) => number) => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return (at) => Date.parse(`${format.format(at).replace(' ', 'T')}Z`);
};

test.each(zones)('the clock of %s is read as Intl shows it, every 29 hours for eighty years', (name) => {
  const zone = zoneNamed(name);
  if (!zone) throw new Error(name);
  const clock = shown(name);
  const wrong: string[] = [];
  for (let at = Date.UTC(1970, 0, 1); at < Date.UTC(2050, 0, 1); at += 29 * 3_600_000 + 1_000) {
    if (wallTime(zone, at) !== clock(at)) wrong.push(new Date(at).toISOString());
    const back = instantAt(zone, clock(at));
    if (back > at || clock(back) !== clock(at)) wrong.push(`back from ${new Date(at).toISOString()}`);
  }
  expect(wrong).toEqual([]);
});

test('a clock change is found to the second', () => {
  const oslo = zoneNamed('Europe/Oslo');
  const change = Date.parse('2026-03-29T01:00:00Z');
  expect(oslo && [offsetAt(oslo, change - 1), offsetAt(oslo, change)]).toEqual([3_600_000, 7_200_000]);
});

test('what is no zone is none', () => {
  expect(['Mars/Base', '', '+02:00', 'Europe/Oslo '].map(zoneNamed)).toEqual([null, null, null, null]);
});
