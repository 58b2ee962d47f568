// The table that `npm run bench` prints.
import { table } from './table.ts';

test('numbers stand under one another to the right, words to the left', () => {
  const rows = [
    { desk: 'empty', calls: 2, seconds: 0.254 },
    { desk: '500 mails', calls: 12345, seconds: 130.7 },
  ];
  expect(table('Ticks', rows)).toBe(
    [
      'Ticks',
      '  desk        calls  seconds',
      '  empty           2     0.25',
      '  500 mails  12,345      131',
      '',
    ].join('\n'),
  );
});

test('a bench without rows still has its title', () => {
  expect(table('Nothing', [])).toBe('Nothing\n  \n');
});
