// When a chore may be done before the night.
import { askEarly, type NightShift, noNight } from '../../src/google/night-shift.ts';

const hour = 3_600_000;
const world = globalThis as unknown as { PropertiesService?: object };
let kept: NightShift | null = null;

beforeAll(() => {
  const setProperty = (_: string, value: string) => {
    kept = JSON.parse(value) as NightShift;
  };
  world.PropertiesService = { getScriptProperties: () => ({ setProperty }) };
});
afterAll(() => {
  delete world.PropertiesService;
});
beforeEach(() => {
  kept = null;
});

const resting: NightShift = { ...noNight, at: 20 * hour };

describe('a chore that cannot wait for the night', () => {
  test('is done at the next tick, and the night begins when it would have begun', () => {
    expect(askEarly(resting, 'Learn', hour)).toBe(true);
    expect(kept).toMatchObject({ at: hour, only: 'Learn', night: 20 * hour });
  });

  test('waits an hour where it went wrong before: it would take the whole day', () => {
    expect(askEarly({ ...resting, failed: ['Learn'] }, 'Learn', hour)).toBe(true);
    expect(kept).toMatchObject({ at: 2 * hour, night: 20 * hour });
    expect(askEarly(kept ?? noNight, 'Learn', hour + 60_000)).toBe(false);
  });

  test('is asked for again where a night is at work', () => {
    expect(askEarly({ ...resting, at: hour, done: ['Learn'] }, 'Learn', 2 * hour)).toBe(false);
    expect(kept).toBeNull();
  });
});
