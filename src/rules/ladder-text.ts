// Ladder cells: one step a line, "when [if conditions]: actions", and back to text.

import type { ClockName, LadderStep, StepWhen } from '../complaints/rules.ts';
import { clockWords } from './clock-words.ts';
import { readDuration, secondsText } from './duration.ts';
import { actionText, readAction } from './ladder-action.ts';
import { conditionText, readCondition } from './ladder-condition.ts';
import type { Names } from './names.ts';
import { nearest } from './near.ts';
import { short } from './plain.ts';
import type { Trouble } from './problem.ts';
import { eachOf, mapped, type Read, type Reading, sound, unsound } from './reading.ts';

/** For example `first response 75% if severity high: tell owner, label At risk`. */
export const ladder: Read<readonly LadderStep[]> = (cell, names) => {
  const lines = outsideQuotes(cell, ';\n');
  const readings = lines.map((line, index) => inStep(readStep(line, names), index + 1, lines.length));
  return eachOf(
    readings.map((_, index) => String(index)),
    (index) => readings[Number(index)] ?? { troubles: [] },
  );
};

/** Says which step of several a trouble is about. */
function inStep<T>(reading: Reading<T>, number: number, of: number): Reading<T> {
  if (of < 2) return reading;
  const troubles = reading.troubles.map(
    ({ what, advice }): Trouble => ({ what: `step ${number}: ${what}`, advice }),
  );
  return { ...reading, troubles };
}

/** A step with an unsound time or condition is left out; an unsound action leaves the others. */
export function readStep(line: string, names: Names): Reading<LadderStep> {
  const [head = '', ...rest] = outsideQuotes(line, ':');
  const tail = rest.join(':');
  if (tail === '') {
    return unsound(
      `'${short(line)}' does not say what to do.`,
      'Write when, a colon, and what to do: first response due: tell owner.',
    );
  }
  const [, whenText = head, conditionsText] = /^(.*?)(?:\s+if\s+(.*))?$/is.exec(head) ?? [];
  const when = readWhen(whenText.trim());
  const conditions = eachOf(splitConditions(conditionsText ?? ''), (each) => readCondition(each, names));
  const actions = eachOf(outsideQuotes(tail, ','), (each) => readAction(each, names));
  const troubles = [...when.troubles, ...conditions.troubles, ...actions.troubles];
  if (when.value === undefined || conditions.troubles.length > 0 || actions.value === undefined)
    return { troubles };
  if (actions.value.length === 0)
    return unsound(`'${short(line)}' does not say what to do.`, 'Add an action: tell owner.');
  return {
    value: { text: line, when: when.value, conditions: conditions.value ?? [], actions: actions.value },
    troubles,
  };
}

/** Category names may hold the word "and": a new condition starts with a word that conditions start with. */
function splitConditions(text: string): readonly string[] {
  return text
    .split(
      /\s+and\s+(?=(?:severity|customer tier|category|tier|reopened|mood|phrase)\b)|\s*,\s*(?=(?:severity|customer tier|category|tier|reopened|mood|phrase)\b)/i,
    )
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const example =
  'Write for example: first response 75%, resolution due, 30m before resolution due, owner silent 2h.';

function readWhen(text: string): Reading<StepWhen> {
  const silent = /^owner silent(?:\s+for)?\s+(.+)$/i.exec(text);
  if (silent)
    return mapped(lengthOf(silent[1] ?? ''), (seconds): StepWhen => ({ on: 'ownerSilent', seconds }));
  const percent = /^(.+?)\s+(?:at\s+)?(\d{1,4})\s*%$/.exec(text);
  if (percent) return percentOf(percent[1] ?? '', Number(percent[2]));
  const offset = /^(.+?)\s+(before|after)\s+(.+?)(?:\s+(?:is\s+)?due)?$/i.exec(text);
  if (offset) return offsetOf(offset);
  const due = /^(.+?)\s+(?:is\s+)?due$/i.exec(text);
  if (due) return mapped(clockOf(due[1] ?? ''), (on): StepWhen => ({ on, offset: 0 }));
  return unsound(`'${short(text)}' is no moment.`, example);
}

function percentOf(clock: string, percent: number): Reading<StepWhen> {
  if (percent < 1 || percent > 1000) return unsound(`${percent}% is not possible.`, 'Write 1% to 1000%.');
  return mapped(clockOf(clock), (on) => ({ on, percent }));
}

function offsetOf([, length = '', side = '', clock = '']: RegExpExecArray): Reading<StepWhen> {
  const on = clockOf(clock);
  const seconds = lengthOf(length);
  if (on.value === undefined || seconds.value === undefined)
    return { troubles: [...on.troubles, ...seconds.troubles] };
  const offset = side.toLowerCase() === 'before' ? -seconds.value : seconds.value;
  return sound({ on: on.value, offset });
}

function clockOf(word: string): Reading<ClockName | 'tierTime'> {
  const plain = word.trim().toLowerCase().replace(/\s+/g, ' ').replace(/^the /, '');
  const found = clockWords.find(([, words]) => words === plain);
  if (found) return sound(found[0]);
  const words = clockWords.map(([, each]) => each);
  const near = nearest(plain, words);
  return unsound(
    `'${short(word)}' is no clock.`,
    near === null ? `The clocks are ${words.join(', ')}.` : `Did you mean ${near}?`,
  );
}

function lengthOf(text: string): Reading<number> {
  const { value, troubles } = readDuration(text);
  if (value?.unit === 'seconds') return sound(value.amount);
  if (troubles.length > 0 && value === undefined) return { troubles };
  return unsound(
    `'${short(text)}' cannot be used in a ladder.`,
    'Write hours or minutes, such as 4h or 30m.',
  );
}

/** Parts between separators, none inside double quotes, none empty. */
export function outsideQuotes(text: string, separators: string): readonly string[] {
  const parts = [''];
  let quoted = false;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    if (!quoted && separators.includes(letter)) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** The step in the ladder's own words; `readStep` reads it back to the same step. */
export function ladderText(step: LadderStep): string {
  const conditions = step.conditions.map(conditionText).join(' and ');
  const head = `${whenText(step.when)}${conditions === '' ? '' : ` if ${conditions}`}`;
  return `${head}: ${step.actions.map(actionText).join(', ')}`;
}

function whenText(when: StepWhen): string {
  if (when.on === 'ownerSilent') return `owner silent ${secondsText(when.seconds)}`;
  const clock = clockWords.find(([on]) => on === when.on)?.[1] ?? when.on;
  if ('percent' in when) return `${clock} ${when.percent}%`;
  if (when.offset === 0) return `${clock} due`;
  return `${secondsText(Math.abs(when.offset))} ${when.offset < 0 ? 'before' : 'after'} ${clock} due`;
}
