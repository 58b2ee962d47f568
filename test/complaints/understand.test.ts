import { understand } from '../../src/complaints/understand.ts';
import { judgedMails } from './fixtures/mails.ts';
import { category, mail, rulesOf, starterRules } from './fixtures/rules-of-words.ts';

describe('with the starter workbook', () => {
  test.each(judgedMails)('$language, $subject: $category > $subcategory, $severity, $mood', (judged) => {
    const understood = understand(
      mail(judged.subject, judged.words),
      { customerTier: 'standard' },
      starterRules,
    );
    expect({
      category: understood.category.is.category,
      subcategory: understood.category.is.subcategory,
      severity: understood.severity.is,
      mood: understood.mood.is,
      flags: understood.flags.map(({ is }) => is).sort(),
    }).toEqual({
      category: judged.category,
      subcategory: judged.subcategory,
      severity: judged.severity,
      mood: judged.mood,
      flags: [...(judged.flags ?? [])].sort(),
    });
  });

  test('a demand for the manager is on tier 2 at least and of high severity, whatever the category', () => {
    const understood = understand(
      mail('Frage', 'Ich verlange, sofort mit Ihrem Manager zu sprechen.'),
      { customerTier: 'standard' },
      starterRules,
    );
    expect(understood.tierAtLeast).toMatchObject({ is: 2 });
    expect(understood.severity.is).toBe('high');
    expect(understood.category.is.category).toBe('Other');
  });

  test('every statement has a reason', () => {
    for (const { subject, words } of judgedMails) {
      const { category, severity, mood, flags, alternatives } = understand(
        mail(subject, words),
        { customerTier: 'key account' },
        starterRules,
      );
      for (const { why } of [category, severity, mood, ...flags, ...alternatives]) expect(why).toMatch(/\S/);
    }
  });
});

test('an empty mail is understood as nothing in particular', () => {
  expect(understand(mail('', ''), { customerTier: 'standard' }, starterRules)).toMatchObject({
    category: { is: { category: 'Other', subcategory: null } },
    severity: { is: 'low' },
    mood: { is: 'green' },
    flags: [],
    tierAtLeast: null,
  });
});

test('a megabyte of text and 5,000 keywords take less than a second of processor time', () => {
  const words = (at: number) => `${String.fromCharCode(97 + (at % 26))}word${at.toString(36)}`;
  const rules = rulesOf({
    categories: Array.from({ length: 50 }, (_, row) =>
      category(row + 2, `Category ${row % 10}`, {
        subcategory: `Sub ${row}`,
        keywords: Array.from({ length: 100 }, (_, at) => words(row * 100 + at)),
      }),
    ),
    phrases: starterRules.phrases,
  });
  const text = Array.from({ length: 130_000 }, (_, at) => words((at * 7919) % 20_000)).join(' ');
  expect(text.length).toBeGreaterThan(1_000_000);
  const start = process.cpuUsage();
  const understood = understand(mail('Hello', text), { customerTier: 'standard' }, rules);
  expect(process.cpuUsage(start).user / 1_000_000).toBeLessThan(1);
  expect(understood.category.is.category).toMatch(/^Category/);
});
