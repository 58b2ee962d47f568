// What a press comes to, in Google's terms: a navigation, a notice, a text for the draft, a draft.
import type { Outcome } from '../cards/outcome.ts';
import type { AddOnEvent } from './addon-event.ts';
import { toCardService } from './card-service.ts';
import { draftAnswer } from './open-mail.ts';

export type Response =
  | GoogleAppsScript.Card_Service.ActionResponse
  | GoogleAppsScript.Card_Service.UpdateDraftActionResponse
  | GoogleAppsScript.Card_Service.ComposeActionResponse;

/** Google cuts longer notices. */
const longestNotice = 300;

export function toResponse(outcome: Outcome, event: AddOnEvent): Response {
  switch (outcome.go) {
    case 'insert':
      return inserting(outcome.html);
    case 'draft':
      return CardService.newComposeActionResponseBuilder()
        .setGmailDraft(draftAnswer(event, outcome.text))
        .build();
    default:
      return acting(outcome);
  }
}

type Acting = Exclude<Outcome, { readonly go: 'insert' | 'draft' }>;

function acting(outcome: Acting): Response {
  const builder = CardService.newActionResponseBuilder();
  const navigation = navigationOf(outcome);
  if (navigation) builder.setNavigation(navigation);
  if (outcome.tell)
    builder.setNotification(CardService.newNotification().setText(outcome.tell.slice(0, longestNotice)));
  // What lies below may show the ticket as it was.
  if (outcome.go === 'here' || outcome.go === 'back to') builder.setStateChanged(true);
  return builder.build();
}

function navigationOf(outcome: Acting): GoogleAppsScript.Card_Service.Navigation | null {
  const navigation = CardService.newNavigation();
  switch (outcome.go) {
    case 'on':
      return navigation.pushCard(toCardService(outcome.card));
    case 'here':
      return navigation.updateCard(toCardService(outcome.card));
    case 'back to':
      return navigation.popToNamedCard(outcome.name).updateCard(toCardService(outcome.card));
    case 'nowhere':
      return null;
    default:
      return outcome satisfies never;
  }
}

const inserting = (html: string): Response =>
  CardService.newUpdateDraftActionResponseBuilder()
    .setUpdateDraftBodyAction(
      CardService.newUpdateDraftBodyAction()
        .addUpdateContent(html, CardService.ContentType.MUTABLE_HTML)
        .setUpdateType(CardService.UpdateDraftBodyType.IN_PLACE_INSERT),
    )
    .build();
