// What the sidebar says when it has no ticket to show: why, and who does what about it.
import type { Section } from './card.ts';
import { plain } from './text.ts';

/** Why the desk has told nothing. `missing` names the script properties that an admin has not filled in. */
export type DeskState =
  | { readonly state: 'not set up'; readonly missing: readonly string[] }
  | { readonly state: 'no permission' }
  | { readonly state: 'unreachable' }
  /** The desk's own words; `temporary`: the same may work in a moment. */
  | { readonly state: 'refused'; readonly words: string; readonly temporary: boolean };

export function deskStateSection(desk: DeskState): Section {
  return { header: 'Desk', widgets: words(desk).map((text) => ({ textParagraph: { text } })) };
}

const goesOn =
  'Mail is handled all the same: the desk works on its own and puts its labels in the support mailbox.';

function words(desk: DeskState): readonly string[] {
  switch (desk.state) {
    case 'not set up':
      return [
        '<b>The desk is not connected yet.</b> This sidebar cannot show a ticket, an owner or a deadline.',
        `What your admin does: open the sidebar's project in Apps Script, then Project Settings, then Script
          Properties, and fill in ${desk.missing.map((name) => `<b>${plain(name)}</b>`).join(' and ')}.`.replace(
          /\s+/g,
          ' ',
        ),
        goesOn,
      ];
    case 'no permission':
      return [
        '<b>Google does not let this sidebar read how to reach the desk.</b>',
        'What your admin does: install the sidebar for the organisation, or make you an editor of its project.',
        goesOn,
      ];
    case 'unreachable':
      return [
        '<b>The desk cannot be reached.</b> Nothing is shown, because it might be out of date.',
        'Close this card and open it again in a minute. If it stays so, an admin should look at the address in DESK_URL.',
        goesOn,
      ];
    case 'refused':
      return [
        `<b>${plain(desk.words)}</b>`,
        desk.temporary ? 'Close this card and open it again in a moment.' : goesOn,
      ];
    default:
      return desk satisfies never;
  }
}
