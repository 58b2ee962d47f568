// Answers as mail programs write them, in six languages: what is new, and the mail.
import type { Letter } from './letter.ts';

export interface Answer extends Letter {
  readonly from: string;
  readonly fresh: string;
}

const answer = { 'In-Reply-To': '<0@example.com>', Subject: 'Re: Broken lamp' };
const old = '> We have sent a new lamp.\n>\n> Regards\n> Jane';

export const plainAnswers: readonly Answer[] = [
  {
    from: 'Gmail, English, wrapped',
    fresh: 'It still does not work.',
    text: `It still does not work.\n\nOn Mon, 3 Feb 2025 at 10:00, Example Support with a long name\n<support@example.com> wrote:\n\n${old}`,
  },
  {
    from: 'Gmail, German',
    fresh: 'Die Lampe flackert immer noch.',
    text: `Die Lampe flackert immer noch.\n\nAm Mo., 3. Feb. 2025 um 10:00 Uhr schrieb Example Support <\nsupport@example.com>:\n\n${old}`,
  },
  {
    from: 'Gmail, Dutch',
    fresh: 'De lamp doet het nog niet.',
    text: `De lamp doet het nog niet.\n\nOp ma 3 feb 2025 om 10:00 schreef Example Support <support@example.com>:\n\n${old}`,
  },
  {
    from: 'Gmail, Norwegian, which begins with the weekday',
    fresh: 'Lampen virker ikke.',
    text: `Lampen virker ikke.\n\nman. 3. feb. 2025 kl. 10:00 skrev Example Support <support@example.com>:\n\n${old}`,
  },
  {
    from: 'Gmail, French',
    fresh: 'La lampe ne marche toujours pas.',
    text: `La lampe ne marche toujours pas.\n\nLe lun. 3 févr. 2025 à 10:00, Example Support <support@example.com> a\nécrit :\n\n${old}`,
  },
  {
    from: 'Gmail, Spanish',
    fresh: 'La lámpara sigue sin funcionar.',
    text: `La lámpara sigue sin funcionar.\n\nEl lun, 3 feb 2025 a las 10:00, Example Support (<support@example.com>)\nescribió:\n\n${old}`,
  },
  {
    from: 'Apple Mail, Dutch',
    fresh: 'Nee, nog steeds niet.',
    text: `Nee, nog steeds niet.\n\n> Op 3 feb. 2025, om 10:00 heeft Support <support@example.com> het volgende geschreven:\n> \n> Werkt het nu?\n> Jane`,
  },
  {
    from: 'Apple Mail, German, telephone',
    fresh: 'Ja, aber sie flackert.',
    text: `Ja, aber sie flackert.\n\nVon meinem iPhone gesendet\n\n> Am 03.02.2025 um 10:00 schrieb Support <support@example.com>:\n> \n> Geht sie jetzt?\n> Jane`,
  },
  {
    from: 'Thunderbird, German, answer below the quote',
    fresh: 'Nein, sie ist immer noch dunkel.',
    text: 'Am 03.02.25 um 10:00 schrieb Jane Doe:\n> Geht die Lampe jetzt?\n>\n\nNein, sie ist immer noch dunkel.',
  },
  {
    from: 'Thunderbird, English, answers between the lines',
    fresh: 'Since Monday.\n\nNo, never.',
    text: 'On 03/02/2025 10:00, Jane Doe wrote:\n> Since when?\n\nSince Monday.\n\n> Did it ever work?\n\nNo, never.',
  },
  {
    from: 'Outlook, English',
    fresh: 'The new one is broken too.',
    text: 'The new one is broken too.\n\nFrom: Example Support <support@example.com>\nSent: Monday, February 3, 2025 10:00 AM\nTo: Ann Bell <ann@customer.example>\nSubject: Broken lamp\n\nWe have sent a new lamp.\n\nJane',
  },
  {
    from: 'Outlook, German, with a line above',
    fresh: 'Die neue ist auch kaputt.',
    text: 'Die neue ist auch kaputt.\n\n-----Ursprüngliche Nachricht-----\nVon: Support <support@example.com>\nGesendet: Montag, 3. Februar 2025 10:00\nAn: Ann Bell\nBetreff: AW: Lampe\n\nWir haben eine neue geschickt.',
  },
  {
    from: 'Outlook, Dutch',
    fresh: 'Deze is ook stuk.',
    text: 'Deze is ook stuk.\n\nVan: Support <support@example.com>\nVerzonden: maandag 3 februari 2025 10:00\nAan: Ann Bell\nOnderwerp: Lamp\n\nWe hebben een nieuwe gestuurd.',
  },
  {
    from: 'Outlook, Norwegian',
    fresh: 'Den nye er også ødelagt.',
    text: 'Den nye er også ødelagt.\n\nFra: Support <support@example.com>\nSendt: mandag 3. februar 2025 10:00\nTil: Ann Bell\nEmne: Lampe\n\nVi har sendt en ny.',
  },
  {
    from: 'Outlook, French',
    fresh: 'La nouvelle est cassée aussi.',
    text: 'La nouvelle est cassée aussi.\n\nDe : Support <support@example.com>\nEnvoyé : lundi 3 février 2025 10:00\nÀ : Ann Bell\nObjet : Lampe\n\nNous avons envoyé une nouvelle lampe.',
  },
  {
    from: 'Outlook, Spanish',
    fresh: 'La nueva también está rota.',
    text: 'La nueva también está rota.\n\nDe: Support <support@example.com>\nEnviado el: lunes, 3 de febrero de 2025 10:00\nPara: Ann Bell\nAsunto: Lámpara\n\nHemos enviado una nueva.',
  },
  {
    from: 'Outlook on a telephone, German',
    fresh: 'Sie flackert wieder.',
    text: 'Sie flackert wieder.\n\nOutlook für iOS herunterladen\n________________________________\nVon: Support <support@example.com>\nGesendet: Montag, Februar 3, 2025 10:00:00 AM\nAn: Ann Bell <ann@customer.example>\nBetreff: Lampe\n\nGeht sie jetzt?',
  },
  {
    from: 'a help desk that asks to write above a line',
    fresh: 'It came back.',
    text: 'It came back.\n\n##- Please type your reply above this line -##\n\nYour request (123) has been updated.',
  },
].map((one) => ({ ...one, headers: answer }));

export const htmlAnswers: readonly Answer[] = [
  {
    from: 'Gmail',
    fresh: 'It still flickers.\n\n- at night\n- in the rain',
    html: '<div dir="ltr">It still flickers.<ul><li>at night</li><li>in the rain</li></ul></div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">W dniu 3.02.2025 o 10:00 Support pisze:<br></div><blockquote class="gmail_quote" style="border-left:1px solid"><div>Does it work?</div></blockquote></div>',
  },
  {
    from: 'Outlook',
    fresh: 'Nein.\n\nBitte Geld zurück.',
    html: '<div class="WordSection1"><p class="MsoNormal">Nein.<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><p class="MsoNormal">Bitte Geld zur&uuml;ck.</p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal"><b>Von:</b> Support &lt;support@example.com&gt; <br><b>Gesendet:</b> Montag, 3. Februar 2025 10:00<br><b>An:</b> Ann Bell<br><b>Betreff:</b> Lampe</p></div></div><p class="MsoNormal">Geht sie?</p></div>',
  },
  {
    from: 'Apple Mail',
    fresh: 'Non, toujours pas.',
    html: '<html><body>Non, toujours pas.<br><br><div><blockquote type="cite"><div>Le 3 févr. 2025 à 10:00, Support &lt;support@example.com&gt; a écrit :</div><br><div>Marche-t-elle ?</div></blockquote></div></body></html>',
  },
  {
    from: 'Thunderbird',
    fresh: 'Nei, den er mørk.',
    html: '<html><head><title>x</title></head><body><div class="moz-cite-prefix">Den 03.02.2025 10:00, skrev Support:<br></div><blockquote type="cite" cite="mid:1@example.com">Virker den?</blockquote>Nei, den er mørk.<pre class="moz-signature" cols="72">-- \nAnn</pre></body></html>',
  },
  {
    from: 'Outlook on a telephone',
    fresh: 'Nee, nog niet.',
    html: '<div>Nee, nog niet.</div><div id="ms-outlook-mobile-signature">Ann<br>Outlook voor iOS downloaden</div><hr><div id="divRplyFwdMsg"><font><b>From:</b> Support &lt;support@example.com&gt;<br><b>Sent:</b> Monday, February 3, 2025<br><b>To:</b> Ann<br><b>Subject:</b> Lamp</font></div><div>Werkt het?</div>',
  },
].map((one) => ({ ...one, headers: answer }));
