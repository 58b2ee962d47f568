// The workbench's page in a person's hands: what journeys do and look at, in the words of the page.
import type { Browser, Locator, Page } from 'playwright-core';
import type { DeskView } from '../../src/local/workbench/views.ts';
import type { Quiet } from './quiet-workbench.ts';

export interface Screen {
  readonly page: Page;
  readonly side: Locator;
  /** Errors that the page ran into. */
  readonly errors: readonly string[];
  actAs(person: string, language?: string): Promise<void>;
  writeAsCustomer(letter: {
    readonly from: string;
    readonly subject: string;
    readonly text: string;
  }): Promise<void>;
  /** Opens the newest conversation with these words in its line. */
  open(words: string): Promise<void>;
  press(button: string): Promise<void>;
  /** A button of the card that may be folded away. */
  pressMore(button: string, more: RegExp): Promise<void>;
  sees(words: string | RegExp): Promise<void>;
}

/** On a machine that does much else, a card takes a while. */
const patience = 10_000;

export async function screenOf(
  browser: Browser,
  quiet: Quiet,
  viewport = { width: 1280, height: 860 },
): Promise<Screen> {
  const page = await browser.newPage({ viewport });
  page.setDefaultTimeout(patience);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(quiet.workbench.address);
  const side = page.getByRole('region', { name: 'Side panel' });
  const settled = (): Promise<void> => page.locator('.sidebar[aria-busy=false]').waitFor();
  const press = async (button: string): Promise<void> => {
    await side.getByRole('button', { name: button, exact: true }).first().click();
    await settled();
  };
  return {
    page,
    side,
    errors,
    actAs: async (person, language = 'en') => {
      await page.getByLabel('Act as').selectOption(person);
      await page.getByLabel('Language of Gmail').selectOption(language);
      await settled();
    },
    writeAsCustomer: async ({ from, subject, text }) => {
      await page.getByRole('button', { name: 'Write as a customer' }).click();
      const form = page.getByRole('form', { name: 'A mail from a customer' });
      await form.getByLabel('From', { exact: true }).fill(from);
      await form.getByLabel('Subject', { exact: true }).fill(subject);
      await form.getByLabel('Text', { exact: true }).fill(text);
      await form.getByRole('button', { name: 'Send', exact: true }).click();
      await form.waitFor({ state: 'detached' });
    },
    open: async (words) => {
      const back = page.getByRole('button', { name: 'Back to the list' });
      if (await back.isVisible()) await back.click();
      await threadNamed(page, words).click();
      await page.getByRole('heading', { level: 1, name: words }).waitFor();
      await side.locator('.card').waitFor();
      await settled();
    },
    press,
    pressMore: async (button, more) => {
      const wanted = side.getByRole('button', { name: button, exact: true });
      if (!(await wanted.first().isVisible())) await side.getByRole('button', { name: more }).first().click();
      await press(button);
    },
    sees: async (words) => {
      await side.getByText(words).first().waitFor();
    },
  };
}

/** The conversation itself, not what the desk wrote about it. */
export function threadNamed(page: Page, subject: string): Locator {
  const start = new RegExp(`^${subject.replace(/[^\w\s]/g, '\\$&')}`);
  return page
    .locator('.thread')
    .filter({ has: page.locator('.subject', { hasText: start }) })
    .first();
}

const minute = 60_000;

export async function passMinutes(quiet: Quiet, count: number): Promise<void> {
  const { now } = await quiet.get<DeskView>('desk');
  await quiet.workbench.session.passTo(now + count * minute);
}

/** Steps from deadline to deadline until that has happened, and returns it. */
export async function passUntil(quiet: Quiet, what: string, ticket: string) {
  for (let step = 0; step < 12; step += 1) {
    const { happenings } = await quiet.get<DeskView>('desk');
    const found = happenings.findLast((one) => one.what === what && one.ticket === ticket);
    if (found) return found;
    await quiet.workbench.session.passToNextDeadline();
  }
  throw new Error(`${ticket} was never ${what}`);
}

export const happened = async (quiet: Quiet): Promise<DeskView['happenings']> =>
  (await quiet.get<DeskView>('desk')).happenings;
