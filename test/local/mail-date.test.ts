import { mailDate } from '../../src/local/mail-date.ts';

const latest = Date.UTC(2031, 0, 1);
const read = (header: string | null) => {
  const instant = mailDate(header, latest);
  return instant === null ? null : new Date(instant).toISOString();
};

describe('the Date of a mail is read as', () => {
  test.each([
    ['Mon, 23 Mar 2026 09:15:30 +0100', '2026-03-23T08:15:30.000Z'],
    ['Tue, 31 Mar 2026 10:02:11 +0200 (CEST)', '2026-03-31T08:02:11.000Z'],
    ['23 Mar 2026 09:15 GMT', '2026-03-23T09:15:00.000Z'],
    ['Mon,23 Mar 2026 09:15:30 -0430', '2026-03-23T13:45:30.000Z'],
    ['Mon (Monday (really)), 23 Mar 2026 (day) 09:15:30 EST', '2026-03-23T14:15:30.000Z'],
    ['Mon, 23 Mar 26 09:15:30 PDT', '2026-03-23T16:15:30.000Z'],
    ['Fri, 21 Nov 97 09:55:06 -0600', '1997-11-21T15:55:06.000Z'],
    ['Mon, 23 March 2026 09:15:30 UT', '2026-03-23T09:15:30.000Z'],
    ['Mon, 23 Mar 2026 09:15:30 Z', '2026-03-23T09:15:30.000Z'],
    ['Mon, 23 Mar 2026 09:15:30 GMT+0200', '2026-03-23T07:15:30.000Z'],
    ['Mon, 23 Mar 2026\r\n 09:15:30 +0100', '2026-03-23T08:15:30.000Z'],
    ['Mon Mar 23 09:15:30 2026', '2026-03-23T09:15:30.000Z'],
    ['2026-03-23T09:15:30+01:00', '2026-03-23T08:15:30.000Z'],
    ['2026-03-23 09:15:30.250 +0100', '2026-03-23T08:15:30.000Z'],
    ['Mon, 23 Mar 2026 09:15:30', '2026-03-23T09:15:30.000Z'],
  ])('%s', (header, expected) => {
    expect(read(header)).toBe(expected);
  });
});

describe('a Date that cannot be believed is none', () => {
  test.each([
    [null],
    [''],
    ['yesterday'],
    ['Thu, 01 Jan 1970 00:00:00 +0000'],
    ['Sun, 31 Dec 1989 23:59:59 +0000'],
    ['Fri, 31 Dec 2099 12:00:00 +0100'],
    ['Mon, 31 Feb 2026 09:15:30 +0100'],
    ['Mon, 23 Mar 2026 25:15:30 +0100'],
    ['Mon, 23 Foo 2026 09:15:30 +0100'],
  ])('%s', (header) => {
    expect(read(header)).toBeNull();
  });
});
