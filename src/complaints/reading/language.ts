// Which language words are in, by a vote of their small words.

/** Small words that people cannot write three sentences without. A word in several lists counts for each by its share. */
const smallWords: Readonly<Record<string, string>> = {
  en: `the and to of is in it that for you was with on my not have this be are at as but from your they we he she his her
    were will would could should can do does did has had been when where what why how which who there their them if or
    an by so no any please thank thanks hello hi hey dear regards i me our us still because about after before just i'm
    i've don't can't didn't isn't it's won't doesn't haven't get got need want am all out up now`,
  de: `der die das und ist nicht ich sie es ein eine einen einem einer zu mit auf f\u00fcr von den dem des im in an auch
    als wie war hat habe haben wird werden wurde kann k\u00f6nnen mein meine meinen meiner ihr ihre ihnen ihrer bei nach
    aus noch nur oder aber wenn dass sich wir uns bitte danke vielen dank hallo guten tag sehr geehrte geehrter mir mich
    schon seit \u00fcber um bis zum zur kein keine immer wieder was wo wann warum wer bin sind m\u00f6chte gruß trotz`,
  nl: `de het een en van is niet ik dat in op te zijn voor met aan die er maar om ook als bij dit u uw mijn wij we ons
    onze jullie heb heeft hebben was wordt worden werd kan kunnen kunt naar nog geen wat waar wanneer waarom hoe wie of
    door over uit al meer zo dan graag alvast bedankt beste hallo hier nu wel deze moet moeten gaat ben bent je jij
    hij zij mij sinds volgens terug`,
  no: `og er ikke jeg det en et i p\u00e5 til som har med for av den de at vi dere fra kan om var s\u00e5 men hva hvor n\u00e5r hvorfor
    hvordan hvem noe noen etter ved ble blir blitt min mitt mine v\u00e5r din deres meg deg seg n\u00e5 f\u00e5r fikk f\u00e5tt m\u00e5 hei takk
    hilsen v\u00e6r v\u00e6re uten ogs\u00e5 bare eller mye mer siden over \u00f8nsker kunne skal vil g\u00e5r ut opp inn igjen hvis uke uker feil penger levert sier skjer fortsatt dessverre hjelp hjelpe enn\u00e5 enda
    ikkje eg fr\u00e5 dykk kva korleis noko`,
  da: `og er ikke jeg det en et i p\u00e5 til som har med for af den de at vi jer i fra kan om var s\u00e5 men hvad hvor hvorn\u00e5r
    hvorfor hvordan hvem noget nogen efter ved blev bliver blevet min mit mine vores din jeres mig dig sig nu f\u00e5r fik
    f\u00e5et skal m\u00e5 hej tak hilsen venlig v\u00e6re uden ogs\u00e5 kun eller meget mere siden over gerne kunne vil ud op ind igen
    hvis endnu allerede uge uger forkert penge leveret siger sker stadig desv\u00e6rre hj\u00e6lp hj\u00e6lpe`,
  sv: `och \u00e4r inte jag det en ett i p\u00e5 till som har med f\u00f6r av den de att vi ni fr\u00e5n kan om var s\u00e5 men vad var n\u00e4r
    varf\u00f6r hur vem n\u00e5got n\u00e5gon efter vid blev blir blivit min mitt mina v\u00e5r din er mig dig sig nu f\u00e5r fick f\u00e5tt m\u00e5ste
    hej tack h\u00e4lsningar vara utan ocks\u00e5 bara eller mycket mer sedan \u00f6ver g\u00e4rna kunna ska vill ut upp in igen h\u00e4r vecka veckor fel pengar s\u00e4ger h\u00e4nder fortfarande tyv\u00e4rr hj\u00e4lp hj\u00e4lpa \u00e4n`,
  fr: `le la les de des du un une et est ne pas je vous nous que qui dans en pour sur avec au aux ce cette ces mon ma mes
    votre vos il elle ils se son sa ses mais ou o\u00f9 si comme plus par j'ai c'est n'ai a \u00e0 ai avez avons ont \u00e9t\u00e9 suis sont
    \u00eatre fait tr\u00e8s bien merci bonjour cordialement depuis toujours quand comment pourquoi sans encore d\u00e9j\u00e0 tout rien m'a`,
  es: `el la los las de del un una y es no que en por para con mi mis su sus se lo le les me al a yo nosotros usted ustedes
    pero o si como m\u00e1s muy ya desde hasta cuando d\u00f3nde qu\u00e9 c\u00f3mo por est\u00e1 est\u00e1n ha han he hemos hay fue ser son soy
    tengo tiene puede puedo gracias hola saludos buenos d\u00edas todav\u00eda porque sin sobre todo nada esta este eso`,
};

/** Letters that few languages have. */
const letters: readonly (readonly [pattern: RegExp, languages: string])[] = [
  [/[\u00df]/, 'de'],
  [/[\u00f1\u00bf\u00a1]/, 'es'],
  [/[\u00e6\u00f8]/, 'no da'],
  [/[\u00e5]/, 'no da sv'],
  [/[\u00e7\u00e8\u00ea]/, 'fr'],
  [/\u00e4/, 'de sv'],
  [/\u00fc/, 'de'],
];

const longestSample = 4000;
/** A vote with less than this says nothing. */
const fewestPoints = 1.2;

const shares = new Map<string, readonly string[]>();
for (const [language, words] of Object.entries(smallWords)) {
  for (const word of new Set(words.split(/\s+/))) shares.set(word, [...(shares.get(word) ?? []), language]);
}

/**
 * en, de, nl, no, da, sv, fr or es; null where the words are too few or speak for two languages alike. A few words that
 * are Norwegian and Danish alike are taken for Norwegian.
 */
export function languageOf(words: string): string | null {
  const sample = words.slice(0, longestSample).toLowerCase();
  const points = new Map<string, number>();
  const give = (languages: readonly string[], share: number) => {
    for (const language of languages)
      points.set(language, (points.get(language) ?? 0) + share / languages.length);
  };
  for (const word of sample.replace(/\u2019/g, "'").match(/[\p{L}']{1,30}/gu) ?? [])
    give(shares.get(word) ?? [], 1);
  for (const [pattern, languages] of letters) if (pattern.test(sample)) give(languages.split(' '), 0.8);
  const [[language, best] = ['', 0], [other, second] = ['', 0]] = [...points].sort((a, b) => b[1] - a[1]);
  if (best < fewestPoints) return null;
  if (best > second * 1.1) return language;
  return [language, other].every((name) => name === 'no' || name === 'da') ? 'no' : null;
}
