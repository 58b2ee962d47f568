// Signs of a bounce: a mail of ours could not be delivered, or not yet.
import { hasEmptyReturnPath } from './automatic.ts';
import { type Evidence, quoted, type Sign } from './evidence.ts';

const daemons =
  /^(?:mailer-daemon|mail-daemon|postmaster|microsoftexchange[0-9a-f]{10,40}|mail\.system)(?:[-_.+@]|$)/i;
const subjects =
  /^(?:undeliverable(?: mail| message)?|undelivered(?: mail)?(?: returned to sender)?|delivery (?:status notification|failure|has failed|delayed|incomplete)|mail delivery (?:failed|failure|subsystem)|failure notice|returned mail(?: see transcript.{0,30})?|message (?:not delivered|delayed)|warning: (?:could not send|message).{0,60}|unzustellbar|nicht zustellbar|zustellung fehlgeschlagen|onbestelbaar|kan niet worden bezorgd|kan ikke leveres|ikke levert|kunne ikke leveres|kan inte levereras|non remis|non distribuable|\u00e9chec de la remise|no se puede entregar|no entregado)(?:\s?[:\uff1a(,-]|$)/i;
const sentences =
  /delivery (?:to|has failed)|(?:was not|could not be|couldn't be|wasn't) delivered|address (?:could not be|not|couldn't be) found|permanent(?:ly)? (?:error|failed)|undeliverable|nachrichtenzustellung|konnte nicht zugestellt|bezorgen van het bericht|niet (?:worden )?(?:bezorgd|afgeleverd)|levering til disse|kunne ikke leveres|kunde inte levereras|n'a pas (?:pu \u00eatre|\u00e9t\u00e9) (?:remis|distribu)|no se pudo entregar|no se ha podido entregar/i;

export const bounceSigns: readonly Sign[] = [deliveryReport, failedRecipients, fromDaemon, subjectAndWords];

function deliveryReport({ parts }: Evidence): string | null {
  const reportType = parts[0]?.contentType.parameters.get('report-type')?.toLowerCase();
  const isReport =
    reportType === 'delivery-status' ||
    parts.some((part) => part.type === 'message/delivery-status' && !part.inAttachedMail);
  return isReport ? 'A delivery report (multipart/report, delivery-status)' : null;
}

function failedRecipients({ headers }: Evidence): string | null {
  const value = headers.first('x-failed-recipients');
  return value === null ? null : 'A failed delivery (X-Failed-Recipients)';
}

function fromDaemon({ headers, writer, wholeSubject }: Evidence): string | null {
  const { address } = writer.header;
  if (!daemons.test(address)) return null;
  const isReturned = hasEmptyReturnPath(headers.all('return-path')) || subjects.test(wholeSubject);
  return isReturned ? quoted('From a mail server', address) : null;
}

function subjectAndWords({ wholeSubject, words }: Evidence): string | null {
  const isBounce = subjects.test(wholeSubject.trim()) && sentences.test(words.slice(0, 1500));
  return isBounce ? 'Subject and text of a failed delivery' : null;
}
