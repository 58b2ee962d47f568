// No pattern that Categories take can hang a tick.
import { matchesSubject } from '../../src/complaints/wildcard.ts';
import { costs, worst } from '../bench/patterns.ts';

test('the worst patterns cost a few milliseconds each, even on a busy machine', () => {
  for (const { name, milliseconds } of costs(50)) expect([name, milliseconds < 20]).toEqual([name, true]);
});

test('ten times the text costs about ten times the time, not a hundred', () => {
  for (const [name, pattern, text] of worst) {
    const time = (of: string): number => {
      const began = performance.now();
      for (let run = 0; run < 40; run++) matchesSubject(pattern, of);
      return performance.now() - began;
    };
    time(text);
    const [short, long] = [Math.max(1, time(text)), time(text.repeat(10))];
    expect([name, long / short < 60]).toEqual([name, true]);
  }
});
