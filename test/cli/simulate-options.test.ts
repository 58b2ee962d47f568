import { readOptions } from '../../src/cli/simulate-options.ts';

const wrong = (...args: string[]) => {
  const read = readOptions(args);
  return typeof read === 'object' && 'wrong' in read ? read.wrong : read;
};

test('a folder of mails is all that must be named', () => {
  expect(readOptions(['--mail', 'archive'])).toEqual({
    mail: 'archive',
    rules: null,
    from: null,
    until: null,
    tick: 5,
    json: null,
    support: null,
    clicks: false,
  });
});

test('every option is read', () => {
  const args = ['--sample', '--rules', 'r', '--from', '2026-03-23', '--until', '2026-04-01T08:00+02:00'];
  expect(readOptions([...args, '--tick=1m', '--json', '-', '--support', 'Help@Firm.example'])).toEqual({
    mail: null,
    rules: 'r',
    from: Date.UTC(2026, 2, 23),
    until: Date.UTC(2026, 3, 1, 6),
    tick: 1,
    json: '-',
    support: 'help@firm.example',
    clicks: true,
  });
});

test('an instant without a zone is UTC, whatever zone this computer is in', () => {
  expect(readOptions(['--sample', '--from', '2026-03-23T08:30'])).toMatchObject({
    from: Date.UTC(2026, 2, 23, 8, 30),
  });
});

describe('what is wrong is said in one sentence', () => {
  test.each([
    [[], 'say which mails: --mail <folder or .mbox>, or --sample.'],
    [['--mail', 'a', '--sample'], '--mail and --sample exclude each other.'],
    [['archive'], "'archive' is no option. To name mails write --mail archive."],
    [['--sample', '--tick', '2m'], "--tick: '2m' is not possible. Apps Script can look every 1m, 5m or 10m."],
    [['--sample', '--from', 'monday'], "--from: 'monday' is no instant. Write it like 2026-03-23T08:00Z."],
    [
      ['--sample', '--until', '2026-13-01'],
      "--until: '2026-13-01' is no instant. Write it like 2026-04-22T16:00Z.",
    ],
    [['--sample', '--from', '2026-04-01', '--until', '2026-03-01'], '--until must be after --from.'],
    [['--sample', '--support', 'desk'], "--support: 'desk' is no e-mail address."],
  ])('%j', (args, sentence) => {
    expect(wrong(...args)).toBe(sentence);
  });

  test('an unknown option, and one without its value', () => {
    expect(wrong('--mails', 'x')).toBe("Unknown option '--mails'.");
    expect(wrong('--mail')).toMatch(/^Option '--mail <value>' argument missing\.$/);
  });
});
