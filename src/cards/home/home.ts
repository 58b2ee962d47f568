// The home card: the next case, my tickets, the team, and whether the desk is well.
import type { HomeView } from '../../door/views.ts';
import { press } from '../actions.ts';
import type { Card, Section, Widget } from '../card.ts';
import { line } from '../line.ts';
import type { Reader } from '../reader.ts';
import { bold, oneLine, paragraphs, plain, quiet, quoted } from '../text.ts';
import { moment } from '../times.ts';
import { button, buttons, card, fact, icon, paragraph, section } from '../widgets.ts';

export const homeCardName = 'home';

export function homeCard(home: HomeView, reader: Reader): Card {
  const { words } = reader;
  return card(homeCardName, { title: words.homeTitle, subtitle: words.hello(oneLine(home.me.name, 60)) }, [
    ...section(null, warnings(home, reader), 3),
    ...next(home, reader),
    ...handovers(home, reader),
    ...mine(home, reader),
    ...team(home, reader),
    ...searching(reader),
    ...load(home, reader),
    ...health(home, reader),
    ...section(null, [
      buttons(button(words.buttons.refresh, press('look again', { ticket: '', row: '' }), 'BORDERLESS')),
    ]),
  ]);
}

/** What must not be overlooked: mails nobody could read, and a workbook with faults. */
function warnings({ figures, problems }: HomeView, { words }: Reader): readonly Widget[] {
  return [
    ...(figures.parked > 0
      ? [
          fact({
            icon: icon('warning', words.figures.parked(figures.parked)),
            text: bold(plain(words.figures.parked(figures.parked))),
            below: plain(words.parkedHint),
          }),
        ]
      : []),
    ...(problems.length > 0
      ? [
          fact({
            icon: icon('warning', words.problems(problems.length)),
            text: bold(plain(words.problems(problems.length))),
            below: plain(words.problemsHint),
          }),
          ...problems.slice(0, 3).map(problem),
        ]
      : []),
  ];
}

const problem = ({ where, what, advice }: HomeView['problems'][number]): Widget =>
  paragraph(
    `${quiet(quoted(where, 100))}<br>${quoted(what, 300)}${advice ? `<br>${quoted(advice, 300)}` : ''}`,
  );

const handoversShown = 3;

function handovers({ handovers: waiting }: HomeView, reader: Reader): readonly Section[] {
  const { words } = reader;
  const widgets = waiting.slice(0, 10).map(({ ticket, from, acceptBy, note }) => {
    const by = acceptBy === null ? '' : words.acceptBy(moment(acceptBy, reader));
    return fact({
      icon: icon('swap_horiz', words.buttons.handOver),
      label: plain(words.handedToYou(oneLine(from?.name ?? words.somebody, 60))),
      text: bold(quoted(ticket.subject, 90) || plain(words.noSubject)),
      below: [plain(by), paragraphs(note, 160)].filter(Boolean).join('<br>'),
      opens: press('open ticket', { ticket: ticket.id, row: '' }),
    });
  });
  return section(waiting.length > 0 ? words.handovers(waiting.length) : null, widgets, handoversShown);
}

function next({ next: one }: HomeView, reader: Reader): readonly Section[] {
  const { words } = reader;
  if (one === null) return section(words.nextCase, [paragraph(plain(words.nothingNext))]);
  const open = press('open ticket', { ticket: one.id, row: '' });
  return section(words.nextCase, [
    line(one, reader),
    buttons(button(words.buttons.openTicket, open, 'FILLED')),
  ]);
}

const mineShown = 5;
const mineListed = 15;

function mine({ mine: lines, figures, me }: HomeView, reader: Reader): readonly Section[] {
  const { words } = reader;
  if (lines.length === 0) return [];
  const all = button(words.buttons.more, press('open queue', { owner: me.email }), 'BORDERLESS');
  return section(
    words.myTickets(figures.mine),
    [
      ...lines.slice(0, mineListed).map((one) => line(one, reader, 'mine')),
      ...(figures.mine > mineListed ? [buttons(all)] : []),
    ],
    mineShown,
  );
}

/** Figures that are zero say nothing, except how many are open. */
function team({ figures, me }: HomeView, { words }: Reader): readonly Section[] {
  const { open, overdue, atRisk, waiting, unassigned } = figures;
  const counts = [
    ...(overdue > 0 ? [bold(`<font color="#c5221f">${plain(words.figures.overdue(overdue))}</font>`)] : []),
    ...(atRisk > 0 ? [bold(plain(words.figures.atRisk(atRisk)))] : []),
    ...(unassigned > 0 ? [bold(plain(words.figures.unassigned(unassigned)))] : []),
    ...(waiting > 0 ? [plain(words.figures.waiting(waiting))] : []),
  ];
  return section(words.team, [
    fact({
      icon: icon('group', words.team),
      text: bold(plain(words.figures.open(open))),
      ...(counts.length > 0 ? { below: counts.join(' · ') } : {}),
    }),
    buttons(
      button(words.buttons.queue, press('open queue', { owner: '' })),
      ...(me.role === 'agent' ? [] : [button(words.buttons.bulk, press('open bulk', { from: '0' }))]),
    ),
  ]);
}

const searching = ({ words }: Reader): readonly Section[] =>
  section(words.searchFor, [
    { textInput: { name: 'words', label: words.searchHint, type: 'SINGLE_LINE' } },
    buttons(button(words.buttons.search, press('search', {}))),
  ]);

const mostPeople = 15;

/** The fullest first. */
function load({ load: all }: HomeView, { words }: Reader): readonly Section[] {
  const share = (one: HomeView['load'][number]): number => one.open / (one.cap ?? 1_000);
  const rows = [...all]
    .sort((a, b) => share(b) - share(a) || b.open - a.open)
    .slice(0, mostPeople)
    .map(({ person, open, cap }) => {
      const isFull = cap !== null && open >= cap;
      const of = plain(words.loadOf(open, cap));
      return fact({
        text: quoted(person.name, 60),
        below: `${bar(open, cap)}${isFull ? bold(`${of} · ${plain(words.full)}`) : of}`,
      });
    });
  return section(words.load, rows, 0);
}

/** Ten signs that show how full somebody is. */
function bar(open: number, cap: number | null): string {
  if (cap === null || cap === 0) return '';
  const full = Math.min(10, Math.round((open / cap) * 10));
  return `${'▰'.repeat(full)}${'▱'.repeat(10 - full)} `;
}

function health({ health: rows }: HomeView, { words }: Reader): readonly Section[] {
  const told = rows
    .filter(({ what }) => what !== 'Problem')
    .slice(0, 12)
    .map(({ what, value, advice }) =>
      fact({
        label: quoted(what, 80),
        text: quoted(value, 120),
        ...(advice ? { below: quoted(advice, 200) } : {}),
      }),
    );
  return section(words.health, told.length > 0 ? told : [paragraph(plain(words.healthGood))], 0);
}
