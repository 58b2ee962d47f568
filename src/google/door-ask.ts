// A question: no lock, one read of the workbook.
import type { Problem } from '../complaints/rules.ts';
import type { DoorAnswer } from '../door/answer.ts';
import { answer } from '../door/desk/questions.ts';
import { readCount, refusalLabel, refusalRows } from '../door/refusal-count.ts';
import type { Question } from '../door/request.ts';
import type { HomeView } from '../door/views.ts';
import { askOne } from './answers.ts';
import { type DoorBook, doorBookAsk, readDoorBook, type Wanted } from './door-book.ts';
import type { DoorKeys } from './door-keys.ts';
import { firstTickToCome } from './door-words.ts';

export function answerQuestion(question: Question, actor: string, keys: DoorKeys, now: number): DoorAnswer {
  const wanted = wantedFor(question);
  const known = readDoorBook(askOne(doorBookAsk(keys.workbook, wanted)), keys.workbook, wanted);
  if (!known) return firstTickToCome;
  const { rules, door, archive, recalled, knowledge, book, state } = known;
  return answer(question, actor, {
    rules,
    tickets: book.tickets.map(({ ticket }) => ticket),
    memory: door,
    archive,
    recalled,
    knowledge,
    parked: state.parked,
    parkedKeys: state.parkedKeys ?? [],
    health: healthOf(known, keys, now),
    problems: problemsOf(known),
    now,
  });
}

function wantedFor(question: Question): Wanted {
  switch (question.ask) {
    case 'ticket':
      return { archive: true, archiveRow: question.archiveRow, knowledge: true };
    case 'home':
      return { health: true };
    case 'search':
      return { archive: true };
    case 'choices':
      return { knowledge: true };
    default:
      return question satisfies never;
  }
}

/** The Health tab as the last tick left it, with what the door knows better. */
function healthOf({ health }: DoorBook, keys: DoorKeys, now: number): HomeView['health'] {
  const others = health.filter(([what]) => what !== refusalLabel);
  const rows = [...others, ...refusalRows(readCount(keys.refused), now)];
  return rows
    .filter(([what]) => what)
    .map(([what = '', value = '', advice = '']) => ({ what, value, advice }));
}

const mostProblems = 10;

function problemsOf({ state }: DoorBook): HomeView['problems'] {
  return state.problems
    .slice(0, mostProblems)
    .map((problem) => ({ where: whereText(problem), what: problem.what, advice: problem.advice }));
}

const whereText = ({ tab, row, column }: Problem): string =>
  [tab, ...(row === null ? [] : [`row ${row}`]), ...(column === null ? [] : [column])].join(', ');
