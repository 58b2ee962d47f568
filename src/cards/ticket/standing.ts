// What the ticket is about and why, how grave it is, whose it is, and how far up it has gone.
import type { PersonView, TicketView } from '../../door/views.ts';
import type { Section, Widget } from '../card.ts';
import type { Reader } from '../reader.ts';
import { bold, oneLine, plain, quiet, quoted } from '../text.ts';
import { fact, icon, section } from '../widgets.ts';
import { pathOf } from './category-check.ts';

export function standingSection(ticket: TicketView, reader: Reader): readonly Section[] {
  return section(reader.words.sections.standing, [
    category(ticket, reader),
    severity(ticket, reader),
    owner(ticket, reader),
    tier(ticket, reader),
  ]);
}

function category(ticket: TicketView, { words }: Reader): Widget {
  return fact({
    icon: icon('folder', words.category),
    label: plain(words.category),
    text: quoted(pathOf(ticket), 120),
    ...(ticket.categoryWhy ? { below: plain(words.because(oneLine(ticket.categoryWhy, 180))) } : {}),
  });
}

function severity({ severity: grave, severityWhy }: TicketView, { words }: Reader): Widget {
  const name = plain(words.severities[grave]);
  return fact({
    icon: icon('priority_high', words.severity),
    label: plain(words.severity),
    text: grave === 'high' || grave === 'critical' ? bold(name) : name,
    ...(severityWhy ? { below: plain(words.because(oneLine(severityWhy, 180))) } : {}),
  });
}

function owner({ owner: whose, coOwners, me }: TicketView, { words }: Reader): Widget {
  const helpers = coOwners.map(({ name }) => oneLine(name, 40)).join(', ');
  return fact({
    icon: icon(coOwners.length > 0 ? 'group' : 'person', words.owner),
    label: plain(words.owner),
    text: whose === null ? bold(plain(words.nobody)) : named(whose, me, words.you),
    ...(helpers ? { below: plain(`${words.coOwners}: ${helpers}`) } : {}),
  });
}

const named = (person: PersonView, me: PersonView, you: string): string =>
  `${quoted(person.name, 60)}${person.email === me.email ? ` ${quiet(plain(`(${you})`))}` : ''}`;

/** As steps: those below are done, the present one stands out, those above are still to come. */
function tier({ tier: present, tiers }: TicketView, { words }: Reader): Widget {
  const steps = tiers.map((name, index) => {
    const text = quoted(name, 40);
    if (index + 1 === present) return `●\u00a0${bold(text)}`;
    return quiet(`${index + 1 < present ? '✓' : '○'}\u00a0${text}`);
  });
  return fact({
    icon: icon('stairs', words.tier),
    label: plain(words.tierOf(present, tiers.length)),
    text: steps.join(quiet(' → ')),
  });
}
