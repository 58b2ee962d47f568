// Conditions of drop-downs and of conditional formats: which kinds Google takes, and with how many values.
import type { BooleanCondition } from './google-types.ts';
import { invalid } from './refusal.ts';

type Use = 'validation' | 'format';

/** Kind: least and most values, and where it may be used. */
const known: Readonly<Record<string, readonly [number, number, string]>> = {
  NUMBER_GREATER: [1, 1, 'both'],
  NUMBER_GREATER_THAN_EQ: [1, 1, 'both'],
  NUMBER_LESS: [1, 1, 'both'],
  NUMBER_LESS_THAN_EQ: [1, 1, 'both'],
  NUMBER_EQ: [1, 1, 'both'],
  NUMBER_NOT_EQ: [1, 1, 'both'],
  NUMBER_BETWEEN: [2, 2, 'both'],
  NUMBER_NOT_BETWEEN: [2, 2, 'both'],
  TEXT_CONTAINS: [1, 1, 'both'],
  TEXT_NOT_CONTAINS: [1, 1, 'both'],
  TEXT_STARTS_WITH: [1, 1, 'format'],
  TEXT_ENDS_WITH: [1, 1, 'format'],
  TEXT_EQ: [1, 1, 'both'],
  TEXT_IS_EMAIL: [0, 0, 'validation'],
  TEXT_IS_URL: [0, 0, 'validation'],
  DATE_EQ: [1, 1, 'both'],
  DATE_BEFORE: [1, 1, 'both'],
  DATE_AFTER: [1, 1, 'both'],
  DATE_ON_OR_BEFORE: [1, 1, 'validation'],
  DATE_ON_OR_AFTER: [1, 1, 'validation'],
  DATE_BETWEEN: [2, 2, 'validation'],
  DATE_NOT_BETWEEN: [2, 2, 'validation'],
  DATE_IS_VALID: [0, 0, 'validation'],
  ONE_OF_RANGE: [1, 1, 'validation'],
  ONE_OF_LIST: [1, 500, 'validation'],
  BLANK: [0, 0, 'format'],
  NOT_BLANK: [0, 0, 'format'],
  CUSTOM_FORMULA: [1, 1, 'both'],
  BOOLEAN: [0, 2, 'validation'],
};

export function checkCondition(condition: BooleanCondition | undefined, use: Use): void {
  const type = condition?.type ?? '';
  const rule = known[type];
  if (!rule) throw invalid(`condition.type must be set to a kind of condition, not '${type}'`);
  const [least, most, where] = rule;
  if (where !== 'both' && where !== use) throw invalid(`ConditionType '${type}' is not supported here`);
  const values = condition?.values ?? [];
  if (values.length < least || values.length > most)
    throw invalid(`ConditionType '${type}' takes ${least} to ${most} values, not ${values.length}`);
  for (const { userEnteredValue: value, relativeDate } of values) {
    if (value === undefined && relativeDate === undefined) throw invalid('A condition value must be set');
    if (/^(ONE_OF_RANGE|CUSTOM_FORMULA)$/.test(type) && !value?.startsWith('='))
      throw invalid(`ConditionType '${type}' takes a formula that begins with =`);
    if (type === 'ONE_OF_LIST' && value?.startsWith('=')) throw invalid('A list item cannot be a formula');
  }
}
