// The menu in the workbook, as the admin sees it, and what happens when an item of it is chosen.
import type { Bench } from './bench.ts';
import type { MenuView } from './views.ts';

/** Items with dots ask something first: Sheets would show a prompt. */
export function menuView({ office }: Bench): MenuView {
  const menus = office.menu?.open(office.desk.owner).menus ?? [];
  return {
    menus: menus.map(({ caption, items }) => ({
      caption,
      items: items.map((item) => ({ caption: item.caption, asks: / \.\.\.$/.test(item.caption) })),
    })),
  };
}

export function choose(
  { office, calls }: Bench,
  { item, answer }: { readonly item: string; readonly answer: string | null },
): { readonly tab: string; readonly says: string } {
  const { menu, desk } = office;
  if (!menu) throw new Error('The workbook has no menu here.');
  const { screen, record } = calls.during(`the menu: ${item}`, null, () => {
    menu.open(desk.owner);
    const done = menu.choose(desk.owner, item, [answer]);
    return { record: done, screen: menu.screen(desk.owner) };
  });
  screen.answers.length = 0;
  if (record.status !== 'completed') throw new Error(record.error ?? 'The menu failed.');
  return { tab: screen.cell?.tab ?? '', says: screen.toasts.at(-1)?.text ?? '' };
}
