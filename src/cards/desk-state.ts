// What the sidebar says when it has no ticket to show: why, and who does what about it.
import type { Section } from './card.ts';
import { plain } from './text.ts';

/** `missing` names the script properties that an admin has not filled in. */
export type DeskState =
  | { readonly state: 'not set up'; readonly missing: readonly string[] }
  | { readonly state: 'not asked' };

export function deskStateSection(desk: DeskState): Section {
  return { header: 'Desk', widgets: words(desk).map((text) => ({ textParagraph: { text } })) };
}

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
        'Mail is handled all the same: the desk works on its own and puts its labels in the support mailbox.',
      ];
    case 'not asked':
      return [
        '<b>The desk was not asked.</b> This version of the sidebar only reads the open message.',
        'Nothing is left for your admin to do. The category, tier and deadline are on the labels of the support mailbox.',
      ];
    default:
      return desk satisfies never;
  }
}
