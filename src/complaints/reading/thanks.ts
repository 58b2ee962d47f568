// Whether words say thanks and nothing else. Every word must be known: one that is not may be a complaint.

/** Words that say thanks. */
const thanking = new Set(
  `thanks thank thx thanx ty tysm cheers appreciated danke dank dankesch\u00f6n merci bedankt dankjewel dankuwel dankje takk tak
  tack gracias tusind tusen m\u00e5nga vielmals`.split(/\s+/),
);

/** Words that may stand beside it and bring no news but good news. */
const harmless = new Set(
  `you u so very much a lot lots many million again for the your quick fast swift prompt great good nice excellent help
  helping support reply response answer assistance effort efforts service team perfect awesome wonderful brilliant super
  fantastic amazing lovely it that this works worked working now fine all is was solved resolved fixed sorted done ok okay
  great got received noted have day weekend evening week hi hello dear hey everyone guys really kind kindly and again sir madam
  well best regards kind greetings problem's issue's has been my me us we i i'm am are happy glad with to from both yes
  much-appreciated appreciate
  vielen herzlichen besten sch\u00f6nen sch\u00f6n lieben ihnen euch dir sie du f\u00fcr die das den ihre eure deine schnelle schnellen rasche
  prompte hilfe antwort unterst\u00fctzung r\u00fcckmeldung bearbeitung m\u00fche info nachricht hat geklappt klappt funktioniert jetzt nun
  wieder alles gut bestens perfekt prima toll wunderbar klasse erledigt gel\u00f6st angekommen erhalten ist es hallo guten tag
  liebe grüße gr\u00fc\u00dfe freundlichen freundliche viele mit sehr super top passt ja und auch einen noch sch\u00f6ne sch\u00f6nes wochenende woche
  hartelijk hartelijke veel heel erg zeer wel je u jullie voor de het uw snelle hulp reactie antwoord fijne dag weekend
  opgelost gelukt werkt nu weer alles goed helemaal prima perfect fijn mooi ontvangen top groet groeten vriendelijke met
  dat en ook hoi beste geholpen bij
  mange hjertelig s\u00e5 mye for hjelpen hjelp svar svaret raskt rask det dette fungerer virker n\u00e5 igjen l\u00f8st alt bra fint flott
  supert perfekt topp mottatt fått i orden er har dere deg ha en fin dag helg kveld hei hilsen vennlig med og hyggelig kjempe
  mottaget meget hj\u00e6lpen hj\u00e6lp hurtige svaret nu venlig hej god weekend l\u00f8st godt
  s\u00e5 mycket hj\u00e4lpen f\u00f6r snabba svaret fungerar l\u00f6st bra h\u00e4lsningar trevlig
  beaucoup mille pour votre vos l'aide aide r\u00e9ponse rapide rapidit\u00e9 retour \u00e7a c'est cela tout fonctionne marche maintenant
  parfait super g\u00e9nial r\u00e9solu r\u00e9gl\u00e9 re\u00e7u bien bon bonne journ\u00e9e soir\u00e9e bonjour cordialement \u00e0 vous la le et est tr\u00e8s
  muchas muchísimas mil por su la el tu ayuda respuesta r\u00e1pida r\u00e1pido ya funciona todo bien perfecto genial excelente resuelto
  solucionado recibido buen buena d\u00eda tarde hola saludos un y est\u00e1 ha muy`.split(/\s+/),
);

const greeting =
  /^(?:hi|hello|hey|dear|hallo|hoi|beste|liebe[rs]?|hei|hej|bonjour|hola|herr|frau|mr|mrs|ms|mevrouw|meneer)$/;
const thankingEmoji = /[\u{1f64f}\u{1f44d}\u{1f44c}\u{2764}\u{1f60a}\u{1f642}]/u;
const longest = 240;

/** `names`: of the sender and of those written to, so that "Thanks Jane" is one. A question never is. */
export function isBareThanks(words: string, names: readonly string[]): boolean {
  if (words.length > longest || /[?\uff1f\u00bf\d]/.test(words)) return false;
  const known = new Set(names.flatMap(wordsOf));
  const said = wordsOf(words);
  if (said.length === 0) return thankingEmoji.test(words);
  const thanks = said.some((word) => thanking.has(word)) || thankingEmoji.test(words);
  return (
    thanks && said.every((word, i) => isHarmless(word) || known.has(word) || isAddressed(words, said, i))
  );
}

function isHarmless(word: string): boolean {
  return thanking.has(word) || harmless.has(word) || greeting.test(word);
}

/** A name after a greeting or after the thanks itself, as it is written: with a capital. */
function isAddressed(words: string, said: readonly string[], at: number): boolean {
  const before = said[at - 1] ?? '';
  const word = said[at] ?? '';
  const capital = word.charAt(0).toUpperCase() + word.slice(1);
  const isLastOfLine = new RegExp(`${capital}\\s*[!.,)]*\\s*(?:\\n|$)`).test(words);
  return (
    word.length > 1 &&
    words.includes(capital) &&
    isLastOfLine &&
    (greeting.test(before) || thanking.has(before))
  );
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replace(/\u2019/g, "'")
      .match(/\p{L}[\p{L}'-]*/gu) ?? []
  );
}
