// A small lexicon of displeasure and thanks in en, de, nl and no, written for this project (CC0).

const list = (words: string): readonly string[] =>
  words
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

const weigh = (weight: number, words: string): readonly (readonly [string, number])[] =>
  list(words).map((word) => [word, weight] as const);

export const moodWords: {
  readonly weighted: readonly (readonly [word: string, weight: number])[];
  readonly intensifiers: readonly string[];
} = {
  weighted: [
    ...weigh(
      3,
      `unacceptable, outrageous, disgusting, disgraceful, disgrace, scandal, furious, livid, fed up, had enough, appalling, appalled, shame on you, worst company, worst service,
       worst experience, never again, rip-off, rip off, liars, thieves, scammers, sick and tired, last straw, joke of a company, a joke, bullshit, incompetent, ridiculous,
       inakzeptabel, unverschämt, Unverschämtheit, Frechheit, Sauerei, Skandal, skandalös, unfassbar, unzumutbar, Zumutung, stinksauer, wütend, empört, nie wieder, Abzocke, Betrüger,
       Saftladen, die Nase voll, mir reicht, es reicht, lächerlich, unterirdisch, eine Schande, Unding, bodenlos,
       onacceptabel, schandalig, schande, woedend, razend, belachelijk, spuugzat, ben het zat, nooit meer, oplichters, oplichting, walgelijk, te gek voor woorden, ongehoord, wanprestatie, beneden alle peil,
       uakseptabelt, uakseptabel, skandale, skandaløst, skammelig, latterlig, rasende, forbannet, drittlei, fått nok, aldri mer, aldri igjen, svindlere, hårreisende, under enhver kritikk, uhørt`,
    ),
    ...weigh(
      1.5,
      `angry, terrible, horrible, awful, pathetic, useless, worthless, rude, unprofessional, extremely disappointed, very disappointed, dissatisfied, frustrated, frustrating, annoyed, annoying, upset,
       complaint, complain, ignored, lied, waste of time, waste of money, poor service, bad service, impossible, unbelievable, nightmare, disaster, my patience, our patience, demand, insist, how dare,
       enttäuscht, verärgert, ärgerlich, ärgere, "sauer", genervt, frustriert, unzufrieden, schrecklich, furchtbar, katastrophal, Katastrophe, miserabel, unmöglich, unglaublich, Beschwerde, beschwere, ignoriert, angelogen,
       Zeitverschwendung, verlange, fordere, meine Geduld, unsere Geduld, unprofessionell, unhöflich, unfreundlich, schlechter Service, schlecht behandelt,
       boos, kwaad, teleurgesteld, teleurstellend, gefrustreerd, geïrriteerd, ontevreden, verschrikkelijk, vreselijk, waardeloos, ongelofelijk, onbegrijpelijk, klacht, genegeerd, gelogen, tijdverspilling, ik eis, wij eisen, mijn geduld, ons geduld,
       onbeschoft, onbeleefd, onprofessioneel, slechte service, dramatisch, zo niet langer, kan zo niet,
       sint, irritert, skuffet, skuffende, frustrert, frustrerende, misfornøyd, forferdelig, elendig, håpløst, håpløs, utrolig dårlig, klage, klager, ignorert, løyet, bortkastet, krever, tålmodigheten, frekk, uhøflig,
       uprofesjonelt, dårlig service, katastrofe`,
    ),
    ...weigh(
      1,
      `disappointed, disappointing, unhappy, third time, fourth time, fifth time, third email, third e-mail, third message, third request, several times already, how many times, many times already, again and again, over and over, reminded you, heard nothing, not heard back, ignoring me,
       zum dritten Mal, zum vierten Mal, zum wiederholten, dritte Mail, dritte E-Mail, dritte Nachricht, dritte Anfrage, "mehrfach", mehrmals, wiederholt, wie oft noch, immer wieder, nichts gehört, meldet sich niemand, niemand meldet sich, keiner meldet sich,
       derde keer, vierde keer, zoveelste, derde mail, derde e-mail, derde bericht, derde verzoek, meerdere keren, meermaals, herhaaldelijk, hoe vaak nog, keer op keer, niets gehoord, niets vernomen,
       tredje gang, fjerde gang, tredje e-post, tredje mail, tredje henvendelse, gjentatte ganger, flere ganger, gang på gang, hvor mange ganger, ikke hørt noe, ingenting hørt`,
    ),
    ...weigh(
      0.75,
      `unfortunately, still waiting, still not, still no, yet again, no reply, no answer, nobody answers, not good enough, problem, wrong, poor, bad, asap, urgent, immediately, sorry to say,
       leider, immer noch, schon wieder, keine Antwort, niemand antwortet, ärger, schade, schlecht, dringend, sofort,
       helaas, nog steeds, alweer, geen antwoord, geen reactie, jammer, slecht, dringend, onmiddellijk,
       dessverre, fortsatt ikke, fremdeles ikke, nok en gang, ingen svarer, ikke svar, synd, dårlig, haster, umiddelbart`,
    ),
    ...weigh(
      -1,
      `thank you so much, many thanks, thanks a lot, great service, great job, well done, excellent, perfect, wonderful, happy, pleased, satisfied, love, appreciate, grateful, delighted,
       vielen Dank, herzlichen Dank, danke schön, tausend Dank, "super", "prima", perfekt, großartig, wunderbar, zufrieden, freue mich, gefreut, begeistert, dankbar, "klasse", toll,
       hartelijk dank, heel erg bedankt, hartelijk bedankt, dank je wel, dank u wel, geweldig, fantastisch, perfect, tevreden, blij, uitstekend, "super", "prima",
       tusen takk, mange takk, hjertelig takk, takk for hjelpen, flott, supert, perfekt, fantastisk, fornøyd, glad for, veldig bra, strålende`,
    ),
    ...weigh(
      -0.5,
      `thanks, thank you, please, kind, kindly, no rush, no hurry, whenever you,
       danke, bitte, gerne, freundlich, keine Eile, eilt nicht,
       bedankt, dank, graag, alstublieft, vriendelijk, geen haast,
       takk, gjerne, vennligst, vennlig, hyggelig, haster ikke`,
    ),
  ],
  intensifiers: list(
    `very, extremely, absolutely, completely, totally, really, so, utterly, incredibly, beyond, highly, deeply,
     sehr, äußerst, absolut, völlig, total, wirklich, so, extrem, unglaublich, zutiefst,
     zeer, heel, erg, uiterst, absoluut, volkomen, totaal, echt, zo, ontzettend, enorm, buitengewoon,
     veldig, svært, ekstremt, absolutt, fullstendig, totalt, virkelig, så, utrolig, dypt, meget`,
  ),
};
