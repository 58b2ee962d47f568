// Whole days at the workbench, in a real browser: the shipped desk and sidebar, clicked like in Gmail.
import type { Browser } from 'playwright-core';
import type { TabView } from '../../src/local/workbench/views.ts';
import { openBrowser } from './browser.ts';
import { type Quiet, quietWorkbench } from './quiet-workbench.ts';
import { happened, passMinutes, passUntil, type Screen, screenOf, threadNamed } from './screen.ts';

jest.setTimeout(60_000);

let quiet: Quiet;
let browser: Browser;
let screen: Screen;
beforeAll(async () => {
  [quiet, browser] = await Promise.all([quietWorkbench(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await quiet.close();
});
beforeEach(async () => {
  await quiet.begin();
  screen = await screenOf(browser, quiet);
});
afterEach(async () => {
  await screen.page.close();
});

const at = (name: string): string => `${name}@fjordlicht.example`;
const kari = 'Kari Nordmann <kari@example.com>';
const lamp = { from: kari, subject: 'My lamp is broken', text: 'The lamp I bought does not work.' };

/** A complaint that Anna has in her inbox as FL-1, and owns. */
async function complain(): Promise<void> {
  await screen.writeAsCustomer(lamp);
  await passMinutes(quiet, 2);
  await screen.open(lamp.subject);
  await screen.sees(/FL-1/);
}

const reply = async (text: string): Promise<void> => {
  await quiet.post('write', {
    from: kari,
    to: ['support@fjordlicht.example'],
    cc: [],
    subject: `Re: ${lamp.subject} [FL-1]`,
    text,
    inReplyTo: null,
    references: [],
  });
  await passMinutes(quiet, 2);
};

const events = async (what: string) =>
  (await happened(quiet)).filter((one) => one.ticket === 'FL-1' && one.what === what);

describe('a complaint from its first mail to its last', () => {
  test('is taken, corrected, waited for, answered, missed, escalated, accepted, reassigned, resolved and thanked for', async () => {
    await screen.writeAsCustomer(lamp);
    await passMinutes(quiet, 2);
    await screen.actAs(at('bram'));
    await screen.open(lamp.subject);
    await screen.press('Take');
    await screen.sees(/Bram de Vries \(you\)/);

    await screen.pressMore('Correct category', /more/);
    await screen.side
      .getByLabel('Right category')
      .selectOption({ label: 'Technical problems › Error or bug' });
    await screen.press('Save');
    await screen.sees(/Technical problems › Error or bug/);
    expect((await events('category set')).at(-1)?.actor).toBe(at('bram'));

    await screen.press('Reply with…');
    await screen.sees(/nothing is sent before you send it/);
    await screen.press('Back');
    await screen.pressMore('Wait', /more/);
    await screen.press('Wait');
    await screen.sees(/Waiting for the customer/);

    await reply('The order number is 4711, it flickers since Monday.');
    expect(await events('customer wrote')).toHaveLength(1);

    const warned = await passUntil(quiet, 'warned', 'FL-1');
    expect(warned.reason).not.toBe('');
    const breached = await passUntil(quiet, 'breached', 'FL-1');
    expect(breached.reason).not.toBe('');
    const escalated = await passUntil(quiet, 'escalated', 'FL-1');
    expect(escalated.reason).not.toBe('');
    await screen.page.locator('.feed').getByText(/FL-1/).first().waitFor();

    const owner = await ownerOf('FL-1');
    const receiver = owner === at('georg') ? 'helen' : 'georg';
    await screen.actAs(owner);
    await screen.open(lamp.subject);
    await screen.pressMore('Hand over', /more/);
    await screen.side.getByLabel('To whom').selectOption(at(receiver));
    for (const field of await screen.side.getByRole('textbox').all()) await field.fill('Known');
    await screen.press('Hand over');
    await screen.sees(/not accepted yet/);

    await screen.actAs(at(receiver));
    await screen.open(lamp.subject);
    await screen.press('Accept');
    expect(await events('handover accepted')).toHaveLength(1);

    await screen.actAs(at('femke'));
    await screen.open(lamp.subject);
    await screen.pressMore('Assign', /more/);
    await screen.side.getByLabel('To whom').selectOption(at('ida'));
    await screen.press('Assign');
    await screen.sees(/Ida Solberg/);

    await screen.actAs(at('ida'));
    await screen.open(lamp.subject);
    await screen.pressMore('Resolve', /more/);
    await screen.side.getByLabel('Root cause').fill('A loose contact');
    await screen.side.getByLabel('Solution').fill('A new lamp was sent');
    await screen.press('Resolve');
    await screen.sees(/Resolved/);
    await reply('Thank you very much, it works now!');
    expect(await events('customer thanked')).toHaveLength(1);
    expect(await events('reopened')).toEqual([]);
    expect(screen.errors).toEqual([]);
  });

  test('is worked on in German as well', async () => {
    await complain();
    await screen.actAs(at('bram'), 'de');
    await screen.open(lamp.subject);
    await screen.press('Übernehmen');
    await screen.sees(/Bram de Vries/);
    await screen.pressMore('Warten', /Mehr anzeigen/);
    await screen.press('Warten');
    await screen.sees(/Wartet auf den Kunden/);
    await screen.pressMore('Lösen', /Mehr anzeigen/);
    await screen.side.getByLabel('Ursache').fill('Ein Wackelkontakt');
    await screen.side.getByLabel('Lösung').fill('Eine neue Lampe ist unterwegs');
    await screen.press('Lösen');
    await screen.sees(/Gelöst/);
    expect(await events('resolved')).toHaveLength(1);
    await reply('Vielen Dank, es funktioniert jetzt wieder!');
    expect(await events('customer thanked')).toHaveLength(1);
    expect(await events('reopened')).toEqual([]);
    expect(screen.errors).toEqual([]);
  });
});

const ownerOf = async (ticket: string): Promise<string> => {
  const { columns, rows } = await quiet.get<TabView>('tab?tab=Tickets');
  const column = (name: string): number => columns.findIndex(({ header }) => header === name);
  return rows.find((row) => row[column('Ticket')] === ticket)?.[column('Owner')] ?? '';
};

describe('when things do not go smoothly', () => {
  test('two people act on one ticket: the second is shown what changed and asked', async () => {
    await complain();
    await screen.actAs(at('bram'));
    await screen.open(lamp.subject);
    const other = await screenOf(browser, quiet);
    await other.actAs(at('ida'));
    await other.open(lamp.subject);
    await other.press('Take');
    await screen.press('Take');
    await screen.side.getByRole('button', { name: 'Do it anyway' }).waitFor();
    expect(await ownerOf('FL-1')).toBe(at('ida'));
    await screen.press('Do it anyway');
    expect(await ownerOf('FL-1')).toBe(at('bram'));
    await other.page.close();
  });

  test('the desk cannot be reached: the card says so, shows no ticket, and shows it again when it can', async () => {
    await complain();
    await quiet.post('mishap', { name: 'desk unreachable' });
    await screen.side.getByRole('button', { name: 'Refresh the card' }).click();
    await screen.sees(/reach/i);
    expect(await screen.side.getByText('FL-1').count()).toBe(0);
    await quiet.post('no mishaps', {});
    await screen.press('Try again');
    await screen.sees(/FL-1/);
  });

  test('a hostile mail runs nothing and loads nothing', async () => {
    const asked: string[] = [];
    screen.page.on('request', (request) => asked.push(request.url()));
    const html = [
      '<script>top.pwned = 1; parent.pwned = 1</script>',
      '<img src="https://evil.example/pixel.png" onerror="top.pwned = 1">',
      '<iframe src="https://evil.example/frame"></iframe>',
      '<link rel="stylesheet" href="https://evil.example/style.css">',
      '<meta http-equiv="refresh" content="0;url=https://evil.example/away">',
      '<form action="https://evil.example/form"><input autofocus onfocus="top.pwned = 1"></form>',
      '<p>Innocent text</p>',
    ].join('');
    const raw = [
      'From: "<img src=x onerror=top.pwned=1>" <evil@example.com>',
      'To: support@fjordlicht.example',
      'Subject: <b>broken</b> <script>top.pwned=1</script> =HYPERLINK("https://evil.example")',
      'Content-Type: text/html; charset=utf-8',
      '',
      html,
      '',
    ].join('\r\n');
    await fetch(`${quiet.workbench.address}api/drop`, {
      method: 'POST',
      headers: { 'x-workbench': 'test', 'x-file-name': 'evil.eml' },
      body: raw,
    });
    await passMinutes(quiet, 2);
    await threadNamed(screen.page, '<b>broken</b>').click();
    await screen.page.frameLocator('.letter-frame').getByText('Innocent text').waitFor();
    await screen.sees(/FL-1/);
    await screen.page.waitForTimeout(300);
    expect(await screen.page.evaluate('window.pwned')).toBeUndefined();
    const own = new URL(quiet.workbench.address).host;
    expect(asked.filter((url) => /^https?:/.test(url) && new URL(url).host !== own)).toEqual([]);
  });

  test('on a phone the card beside a mail holds everything, and nothing is wider than the screen', async () => {
    await complain();
    const phone = await screenOf(browser, quiet, { width: 390, height: 844 });
    await threadNamed(phone.page, lamp.subject).click();
    await phone.page.getByRole('button', { name: 'Tierline' }).click();
    await phone.sees(/FL-1/);
    for (const place of ['#', '#page=workbook', '#page=matrix', '#page=hood']) {
      await phone.page.goto(`${quiet.workbench.address}${place}`);
      await phone.page.locator('main').waitFor();
      const wide = await phone.page.evaluate<number>('document.documentElement.scrollWidth');
      expect(wide).toBeLessThanOrEqual(390);
    }
    await phone.page.close();
  });

  test('a wrong cell of the workbook is told at the cell', async () => {
    await screen.page.getByRole('link', { name: 'Workbook' }).click();
    await screen.page.getByRole('tab', { name: 'People' }).click();
    const cell = screen.page.getByLabel('Lead, row 2', { exact: true });
    await cell.fill('nobody@nowhere');
    await cell.press('Enter');
    await screen.page.locator('.cell.wrong .problem').first().waitFor();
    expect(await cell.getAttribute('aria-invalid')).toBe('true');
  });

  test('an admin chooses Publish in the menu of the workbook and reads the answer in Control', async () => {
    const { page } = screen;
    await page.getByRole('link', { name: 'Workbook' }).click();
    await page.getByRole('tab', { name: 'Settings' }).click();
    const value = page.getByLabel(/^Value, row 5$/);
    await value.fill('CASE-');
    await value.press('Enter');
    await page.locator('.sheet-menu summary').click();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByLabel('Tab Control').waitFor();
    await passMinutes(quiet, 2);
    await page.getByText(/Version 2 is published/).waitFor();
    await page.getByLabel('Health: Do it').click();
    await page.getByText(/Version 2 of the rules is in force/).waitFor();
    expect(screen.errors).toEqual([]);
  });
});
