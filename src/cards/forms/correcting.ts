// Forms that correct what the desk took a mail for: category and severity.
import { severities } from '../../complaints/rules.ts';
import { oneLine } from '../text.ts';
import { chosen, dropdown, type Form, first, radio } from './form.ts';

/** Both names in one value, as JSON: either may hold any sign. */
const pathValue = (category: string, subcategory: string | null): string =>
  JSON.stringify([category, subcategory]);

export const correctCategory: Form = {
  title: 'category',
  send: 'save',
  widgets: ({ ticket, choices, reader }) => {
    const items = choices.categories.map(({ category, subcategory }) => ({
      text: oneLine(subcategory ? `${category} › ${subcategory}` : category, 80),
      value: pathValue(category, subcategory),
      selected: false,
    }));
    const present = pathValue(ticket.category, ticket.subcategory);
    return [dropdown('category', reader.words.forms.newCategory, chosen(items, present))];
  },
  request: ({ inputs, reader: { words } }) => {
    const [category, subcategory] = namesIn(first(inputs, 'category'));
    return typeof category === 'string' && category
      ? { do: 'set category', category, subcategory: typeof subcategory === 'string' ? subcategory : null }
      : words.forms.missing(words.forms.newCategory);
  },
};

function namesIn(value: string): readonly unknown[] {
  try {
    const read: unknown = JSON.parse(value);
    return Array.isArray(read) ? read : [];
  } catch {
    return [];
  }
}

export const changeSeverity: Form = {
  title: 'severity',
  send: 'save',
  widgets: ({ ticket, reader: { words } }) => {
    const items = severities.map((severity) => ({
      text: words.severities[severity],
      value: severity,
      selected: false,
    }));
    return [radio('severity', words.forms.newSeverity, chosen(items, ticket.severity))];
  },
  request: ({ inputs, reader: { words } }) => {
    const severity = severities.find((one) => one === first(inputs, 'severity'));
    return severity === undefined
      ? words.forms.missing(words.forms.newSeverity)
      : { do: 'set severity', severity };
  },
};
