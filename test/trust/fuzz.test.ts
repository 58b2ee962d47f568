// A bounded sample of what `npm run trust` throws at the desk.
import { fuzzDoor, fuzzMails } from './fuzz.ts';

test('six hundred fuzzed mails are read in time, and none is believed to be a colleague’s', () => {
  expect(fuzzMails(600, 7).wrong).toEqual([]);
});

test('three thousand altered requests are refused at the door, and none breaks it', () => {
  expect(fuzzDoor(3_000, 7).wrong).toEqual([]);
});
