// What automatic replies say, in the languages customers write. Matched on text in lower case.

/** Subjects that programs write before the subject they answer, or that are the whole subject. */
const replySubject = new RegExp(
  `^(?:${[
    'auto(?:matic|mated)?[ -]?(?:reply|response|responder|re)|out[ -]of[ -](?:the[ -])?office(?: auto[- ]?reply| autoreply)?|ooo|away from (?:my mail|the office)|vacation (?:reply|response)',
    'automatische (?:antwort|r\u00fcckmeldung)|abwesenheits(?:notiz|meldung|nachricht|assistent|info)|abwesend|abwesenheit|autoantwort',
    'automatisch (?:antwoord|bericht)|afwezigheids(?:bericht|melding|assistent)|afwezig|automatische beantwoording',
    'automatisk (?:svar|besvarelse)|auto-?svar|frav\u00e6rs(?:melding|assistent|besked)|frav\u00e6r|ikke p\u00e5 kontoret|ikke til stede|frånvaro(?:meddelande)?|autosvar',
    'r\u00e9ponse automatique|absence du bureau|message d.absence|absent du bureau|r\u00e9ponse d.absence',
    'respuesta autom\u00e1tica|fuera de (?:la )?oficina|ausente|ausencia',
  ].join('|')})(?:\\s?[:\uff1a]|$|\\s?[-\u2013(])`,
);

/** Subjects that are nothing but an absence. People write them as well: they count with a sentence of absence only. */
const absenceSubject =
  /^(?:auto\s?:\s*)?(?:(?:i am|i'm|ich bin|bin|ik ben|jeg er|currently|derzeit|momenteel|for tiden) )*(?:out of (?:the )?office|on (?:maternity |paternity |parental |annual )?leave|(?:maternity|paternity|parental|annual) leave|on (?:vacation|holiday)|nicht im (?:haus|b\u00fcro)|(?:in )?elternzeit|(?:im )?urlaub|(?:im )?mutterschutz|abwesend|niet aanwezig|(?:met )?vakantie|niet op kantoor|(?:met )?zwangerschapsverlof|ikke p\u00e5 kontoret|(?:i )?(?:foreldre)?permisjon|(?:p\u00e5 )?ferie|barselsorlov|(?:p\u00e5 )?semester|(?:en )?cong\u00e9s?|(?:en )?vacances|(?:de )?vacaciones)(?:\s?[,.!:(\u2013-].*| (?:until|till|from|bis|vom|ab|tot|van|til|fra|fram|jusqu|hasta) .*)?$/;

/** Sentences in which somebody says they are away. */
const absence =
  /\b(?:i am|i'm|i will be|i'll be) (?:currently |presently )?(?:out of (?:the )?office|on (?:annual |maternity |paternity |parental |sick )?leave|on (?:vacation|holiday)|away from (?:the office|my desk))|currently (?:out of (?:the )?office|on (?:annual|maternity|parental) )|ich bin (?:.{0,40} )?(?:nicht im (?:b\u00fcro|haus)|au\u00dfer haus|abwesend|im urlaub|in elternzeit|nicht erreichbar)|ich befinde mich (?:.{0,20} )?(?:im urlaub|au\u00dfer haus|in elternzeit)|ik ben (?:.{0,40} )?(?:afwezig|met vakantie|niet op kantoor|niet aanwezig|met (?:zwangerschaps|ouderschaps)?verlof|niet bereikbaar)|jeg er (?:.{0,30} )?(?:ute av kontoret|p\u00e5 ferie|ikke p\u00e5 kontoret|ikke til stede|i (?:foreldre)?permisjon|bortreist|p\u00e5 barsel|fraværende)|jag \u00e4r (?:.{0,30} )?(?:p\u00e5 semester|inte p\u00e5 kontoret|f\u00f6r\u00e4ldraledig|frånvarande)|je suis (?:.{0,30} )?(?:absente?|en cong\u00e9s?|en vacances)|estoy (?:.{0,30} )?(?:fuera de (?:la )?oficina|de vacaciones|ausente)|estar\u00e9 (?:.{0,20} )?(?:fuera|ausente)/;

/** What goes with being away: until when, who helps, that nobody reads. */
const besides =
  /\b(?:(?:will|i'll) (?:be back|return)|back in the office|limited access|in urgent cases|for urgent|please contact (?:my colleague|\S+@)|(?:do|will) not (?:read|be forwarded|be read)|wieder (?:erreichbar|im b\u00fcro|f\u00fcr sie da)|wird nicht weitergeleitet|in dringenden f\u00e4llen|keinen zugriff|lese meine mails nicht|weer (?:bereikbaar|aanwezig|op kantoor)|bij spoed|beperkt toegang|lees mijn (?:e-?)?mail niet|mijn collega|er (?:jeg )?tilbake|ved hastesaker|begrenset tilgang|leser ikke e-?post|kontakt min kollega|l\u00e6ser ikke|tillbaka (?:den|p\u00e5)|de retour|en cas d.urgence|acc\u00e8s limit\u00e9|de vuelta|en caso (?:de )?urgen|acceso limitado)/;

/** Sentences in which a machine says that it is one. */
const machine =
  /\bthis is an? (?:auto(?:mated|matic|matically generated)|system[- ]generated) (?:response|reply|message|e-?mail|acknowledge?ment)|(?:please )?do not (?:reply|respond) to this (?:e-?mail|message)|automatisch (?:generierte|erzeugte|erstellte|versandte) (?:e-?mail|nachricht|antwort|mail)|(?:bitte )?antworten sie (?:bitte )?nicht auf diese|automatisch (?:gegenereerd|verzonden|verstuurd|aangemaakt)e? (?:bericht|e-?mail|mail)|niet op dit bericht (?:te )?(?:antwoorden|reageren)|automatisk (?:generert|genereret|sendt|utsendt|skapat|genererat) (?:melding|e-?post|svar|besked|mail|meddelande)|kan ikke besvares|message (?:est )?(?:g\u00e9n\u00e9r\u00e9|envoy\u00e9) automatiquement|merci de ne pas r\u00e9pondre|ne pas r\u00e9pondre \u00e0 ce|mensaje (?:generado|enviado) autom\u00e1ticamente|no responda a este|respuesta autom\u00e1tica/;

/** Subjects of confirmations that a mail was received. */
const receipt =
  /^(?:auto\s?:|eingangsbest\u00e4tigung|ontvangstbevestiging|bekreftelse p\u00e5 mottatt|bekr\u00e6ftelse p\u00e5 modtaget|kvittering p\u00e5|accus\u00e9 de r\u00e9ception|acuse de recibo|(?:we(?:'ve| have) )?received your (?:message|request|e-?mail)|(?:your )?(?:request|message|e-?mail) (?:has been )?received|acknowledge?ment of receipt|ticket received|ihre anfrage ist eingegangen|wir haben ihre (?:anfrage|nachricht|e-?mail) erhalten)/;

export interface Saying {
  readonly isReplySubject: boolean;
  readonly isAbsenceSubject: boolean;
  readonly isReceiptSubject: boolean;
  readonly saysAbsent: boolean;
  readonly saysBesides: boolean;
  readonly saysMachine: boolean;
}

const longestOpening = 700;

/** What subject and opening words say of an automatic reply. */
export function sayingOf(subject: string, words: string): Saying {
  const title = subject.slice(0, 300).toLowerCase().trim();
  const opening = words
    .slice(0, longestOpening)
    .toLowerCase()
    .replace(/\u2019/g, "'")
    .replace(/\s+/g, ' ');
  return {
    isReplySubject: replySubject.test(title),
    isAbsenceSubject: absenceSubject.test(title),
    isReceiptSubject: receipt.test(title),
    saysAbsent: absence.test(opening),
    saysBesides: besides.test(opening),
    saysMachine: machine.test(opening),
  };
}
