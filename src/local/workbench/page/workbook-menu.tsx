// The menu Tierline of the workbook: what an admin chooses in Sheets, chosen here.
import { useRef } from 'preact/hooks';
import type { MenuView } from '../views.ts';
import { post, useAsk } from './ask.ts';
import { Icon } from './icon.tsx';

interface Props {
  readonly serial: number;
  readonly say: (words: string) => void;
  readonly go: (tab: string) => void;
}

export function WorkbookMenu({ serial, say, go }: Props) {
  const view = useAsk<MenuView>('menu', serial);
  const list = useRef<HTMLDetailsElement>(null);
  const choose = async (item: string, asks: boolean): Promise<void> => {
    list.current?.removeAttribute('open');
    const answer = asks ? window.prompt(item.replace(/ \.\.\.$/, '')) : null;
    if (asks && answer === null) return;
    try {
      const { tab, says } = await post<{ tab: string; says: string }>('choose', { item, answer });
      if (tab) go(tab);
      if (says) say(says);
    } catch (error) {
      say((error as Error).message);
    }
  };
  return (
    <>
      {view.value?.menus.map(({ caption, items }) => (
        <details key={caption} ref={list} class="sheet-menu">
          <summary class="tool">
            {caption} <Icon name="down" size={18} />
          </summary>
          <ul>
            {items.map((item, index) => (
              <li key={index}>
                {item.caption === '' ? (
                  <hr />
                ) : (
                  <button type="button" onClick={() => void choose(item.caption, item.asks)}>
                    {item.caption}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}
