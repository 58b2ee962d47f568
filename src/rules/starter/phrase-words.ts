// Starter content of the Phrases tab: words with an effect of their own, whatever the category.
import { effect } from './effect.ts';
import { list, type StarterPhrases } from './starter-row.ts';

export const effectPhrases: readonly StarterPhrases[] = [
  effect(
    list(
      `speak to your manager, speak to a manager, speak to the manager, speak with your manager, speak with a manager, talk to your manager, talk to a manager, talk to the manager, demand your manager, demand a manager,
       want a manager, want your manager, get me a manager, get me your manager, your supervisor, speak to a supervisor, someone in charge, somebody in charge, person in charge, escalate this, escalate my, escalate the, your boss, to management, your superior`,
      `Ich verlange sofort mit Ihrem Manager zu sprechen, mit Ihrem Manager, mit dem Manager, Ihren Manager, mit Ihrem Vorgesetzten, mit Ihrem Chef, mit einem Vorgesetzten, Ihren Vorgesetzten, Ihrem Vorgesetzten,
       mit dem Geschäftsführer, Ihre Geschäftsleitung, mit der Geschäftsleitung, mit dem Teamleiter, jemand Verantwortlichen, jemandem Verantwortlichen, Vorgesetzten sprechen, Manager sprechen, eskalieren`,
      `met uw manager, met je manager, met jullie manager, met de manager, een manager spreken, uw leidinggevende, je leidinggevende, jullie leidinggevende, een leidinggevende, de leidinggevende, met uw chef, met de directie,
       iemand met verantwoordelijkheid, verantwoordelijke spreken, escaleren`,
      `snakke med sjefen, snakke med lederen, snakke med din leder, snakke med en leder, snakke med en sjef, din leder, deres leder, lederen din, sjefen din, en overordnet, en leder, med ledelsen, din overordnede, noen med ansvar, eskalere`,
    ),
    { severityAtLeast: 'high', tierAtLeast: 2, flag: 'manager' },
  ),
  effect(
    list(
      'lawyer, solicitor, attorney, legal action, legal steps, legal counsel, take you to court, go to court, small claims court, sue you, will sue, ombudsman, trading standards, consumer protection, consumer rights, better business bureau, formal complaint, letter before action',
      'Anwalt, Rechtsanwalt, Rechtsanwältin, Anwältin, rechtliche Schritte, Klage einreichen, verklage, verklagen, vor Gericht, gerichtlich, Verbraucherzentrale, Verbraucherschutz, Schlichtungsstelle, Mahnbescheid, Rechtsschutz, Anzeige erstatten, letzte Frist',
      'advocaat, juridische stappen, gerechtelijke stappen, juridisch, rechtszaak, naar de rechter, rechtbank, deurwaarder, geschillencommissie, consumentenbond, ombudsman, in gebreke, ingebrekestelling, rechtsbijstand, aangifte doen',
      'advokat, rettslige skritt, juridiske skritt, gå til retten, for retten, søksmål, saksøke, Forbrukerrådet, Forbrukertilsynet, Forliksrådet, namsmann, klagenemnd, politianmelde, anmelde dere',
    ),
    { severityAtLeast: 'high', tierAtLeast: 2, flag: 'legal' },
  ),
  effect(
    list(
      'cancel my contract, cancel my subscription, cancel my account, cancel my membership, cancel the contract, cancel our contract, cancel our account, cancel our subscription, close my account, close our account, terminate my, terminate the contract, terminate our, switch to another, switching to another, switch provider, going to your competitor, go to a competitor, your competitor, take my business elsewhere, take our business elsewhere, leaving you, lost me as a customer, lost a customer, never order again, never buy again',
      'kündige, kündigen, Kündigung, Vertrag beenden, Vertrag auflösen, Sonderkündigung, Konto löschen, wechsle den Anbieter, Anbieter wechseln, zur Konkurrenz, bei der Konkurrenz, als Kunden verloren, nie wieder bestellen, nie wieder kaufen',
      'opzeggen, opzegging, zeg mijn abonnement, zeg het contract, contract beëindigen, contract ontbinden, account verwijderen, naar de concurrent, stap over, overstappen, klant kwijt, nooit meer bestellen, nooit meer kopen',
      'oppsigelse, si opp abonnementet, si opp avtalen, sier opp, avslutte avtalen, avslutte abonnementet, slette kontoen, bytter leverandør, bytte leverandør, til konkurrenten, mistet en kunde, handler aldri mer, aldri bestille igjen',
    ),
    { severityAtLeast: 'medium', flag: 'churn' },
  ),
  effect(
    list(
      `security breach, data breach, data leak, leaked data, personal data exposed, my data was leaked, hacked, hacker, account was hacked, compromised, phishing, "malware", ransomware, vulnerability, security hole, someone else's data, other customers' data,
       another customer's data, see other people's, unauthorised access, unauthorized access`,
      'Datenleck, Datenpanne, Datenschutzverletzung, Datenschutzvorfall, Sicherheitslücke, Sicherheitsvorfall, gehackt, Hacker, kompromittiert, Phishing, Schadsoftware, fremde Daten, Daten anderer Kunden, unbefugter Zugriff',
      'datalek, gegevenslek, beveiligingslek, beveiligingsincident, gehackt, hacker, gecompromitteerd, phishing, gegevens van anderen, gegevens van andere klanten, gegevens van iemand anders, onbevoegde toegang, ongeautoriseerde toegang',
      'datalekkasje, datainnbrudd, personvernbrudd, sikkerhetsbrudd, sikkerhetshull, hacket, hackere, kompromittert, phishing, andre kunders, andres opplysninger, uvedkommende, uautorisert tilgang',
    ),
    { severityAtLeast: 'critical', tierAtLeast: 3, flag: 'security' },
  ),
  effect(
    list(
      'caught fire, on fire, went up in flames, in flames, fire brigade, fire department, fire hazard, exploded, explosion, exploding, explodes, injury, injured, injuries, bleeding, burned my, burnt my, burns on, burned her, burned his, taken to hospital, in hospital, to the hospital, ambulance, electric shock, electrocuted, gas leak, allergic reaction, poisoning, choking, choked, life-threatening, danger to life, dangerous',
      'Feuer gefangen, in Flammen, brennt, brannte, gebrannt, Brandgefahr, Feuerwehr, explodiert, Explosion, wurde verletzt, wurden verletzt, verletzt worden, sich verletzt, mich verletzt, Hand verletzt, Finger verletzt, Verletzte, Verletzungen, Verletzungsgefahr, Schnittverletzung, Kopfverletzung, blutet, Verbrennung, ins Krankenhaus, im Krankenhaus, Notarzt, Notaufnahme, Stromschlag, Gasgeruch, allergische Reaktion, Vergiftung, lebensgefährlich, Lebensgefahr, gefährlich',
      'vlam gevat, in brand, in vlammen, brandgevaar, brandweer, ontploft, explosie, ontploffing, gewond, verwond, letsel, bloedt, bloeden, brandwond, naar het ziekenhuis, in het ziekenhuis, ambulance, spoedeisende hulp, elektrische schok, stroomschok, gaslucht, allergische reactie, vergiftiging, levensgevaarlijk, gevaarlijk',
      'tok fyr, begynte å brenne, i brann, i flammer, brannfare, brannvesen, eksploderte, eksplodert, eksplosjon, personskade, noen ble skadet, jeg ble skadet, han ble skadet, hun ble skadet, barnet ble skadet, min ble skadet, personer ble skadet, skadet seg, blør, blødde, brannskade, på sykehus, til sykehus, legevakt, ambulanse, elektrisk støt, gasslukt, allergisk reaksjon, forgiftning, livsfarlig, farlig',
    ),
    { severityAtLeast: 'critical', tierAtLeast: 3, flag: 'safety' },
  ),
  effect(
    list(
      'everybody is down, everyone is down, all users, all our users, all customers, all locations, all our stores, all our shops, all sites, whole company, entire company, whole office, entire office, production down, production is down, production stopped, system is down, complete outage, total outage, cannot work, cannot take orders, cannot sell, business has stopped, nobody can work, no one can work, losing thousands',
      'alle Benutzer, alle Nutzer, alle Kunden, alle Filialen, alle Standorte, alle Mitarbeiter, ganze Firma, gesamte Firma, ganzes Unternehmen, Produktion steht, Betrieb steht, Komplettausfall, Totalausfall, niemand kann arbeiten, können nicht arbeiten, nicht mehr arbeiten, keine Bestellungen annehmen, nichts verkaufen',
      'alle gebruikers, alle klanten, alle vestigingen, alle winkels, alle medewerkers, hele bedrijf, hele kantoor, hele systeem, productie ligt stil, productie staat stil, ligt alles plat, alles ligt plat, ligt eruit, niemand kan werken, kunnen niet werken, geen bestellingen aannemen, niets verkopen',
      'alle brukere, alle kunder, alle butikker, alle ansatte, alle lokasjoner, hele bedriften, hele firmaet, hele kontoret, hele systemet, produksjonen står, produksjonen stoppet, alt er nede, alt ligger nede, total stans, full stans, ingen kan jobbe, ingen får jobbet, får ikke jobbet, får ikke solgt, kan ikke ta imot',
    ),
    { severityAtLeast: 'critical', tierAtLeast: 2, flag: 'everybody' },
  ),
  effect(
    list(
      'fraud, fraudulent, scam, scammed, identity theft, stolen card, stolen identity, forged, did not authorise, did not authorize, unauthorised charge, unauthorized charge, unauthorised payment, unauthorized payment, cheated, police',
      'Betrug, betrogen, Betrüger, betrügerisch, Identitätsdiebstahl, unterschlagen, gestohlene Karte, nicht autorisiert, abgezockt, Abzocke, Polizei, Strafanzeige',
      'fraude, frauduleus, oplichting, opgelicht, oplichters, identiteitsfraude, gestolen kaart, niet geautoriseerd, zonder toestemming, politie, bedrog, bedrogen',
      'svindel, svindlet, bedrageri, bedratt, identitetstyveri, stjålet kort, ikke godkjent, uautorisert, politiet, politianmeldelse, lurt av dere',
    ),
    { severityAtLeast: 'high', tierAtLeast: 2, flag: 'fraud' },
  ),
  effect(
    list(
      'go to the press, going to the press, the media, newspaper, journalist, reporter, tv station, post this on, post about this on, share this on social media, on all social media, trustpilot, bad review, one-star review, 1-star review, public review, go viral',
      'an die Presse, Presse gehen, Zeitung, Journalist, Journalistin, Fernsehen, an die Medien, Öffentlichkeit, öffentlich machen, in den sozialen Medien posten, auf Social Media posten, auf Social Media veröffentlichen, schlechte Bewertung, negative Bewertung, Trustpilot',
      'naar de pers, de media, de krant, journalist, televisie programma, openbaar maken, op sociale media zetten, op social media zetten, op sociale media delen, slechte recensie, slechte beoordeling, negatieve review, Trustpilot',
      'til pressen, til avisen, til media, avisa, journalist, gå ut i media, dele dette i sosiale medier, legge dette ut, offentliggjøre, dårlig anmeldelse, dårlig omtale, Trustpilot',
    ),
    { severityAtLeast: 'high', tierAtLeast: 2, flag: 'media' },
  ),
  effect(
    list(
      'third time, fourth time, fifth time, tenth time, for the umpteenth time, third email, third e-mail, third complaint, third request, how many times, yet again no, once again no, still no answer, still no reply, still not resolved, still not fixed, contacted you several times, contacted you multiple times, called several times, called multiple times, asked several times, asked multiple times, written several times, written multiple times, several times already, already contacted you, already wrote, already written, have written to you, keep asking',
      'zum dritten Mal, zum vierten Mal, zum fünften Mal, zum x-ten Mal, dritte Mail, dritte E-Mail, dritte Anfrage, dritte Beschwerde, wie oft noch, zum wiederholten Mal, mehrfach geschrieben, mehrfach gemeldet, mehrfach kontaktiert, mehrfach angerufen, mehrmals geschrieben, mehrmals gemeldet, mehrmals kontaktiert, mehrmals angerufen, schon mehrmals, schon mehrfach, bereits geschrieben, schon geschrieben, bereits gemeldet, immer noch keine Antwort, noch immer keine Antwort, weiterhin keine Antwort, wende mich erneut',
      'derde keer, vierde keer, vijfde keer, zoveelste keer, derde mail, derde e-mail, derde verzoek, derde klacht, hoe vaak nog, herhaaldelijk verzocht, herhaaldelijk gevraagd, herhaaldelijk gemaild, meerdere keren gebeld, meerdere keren gemaild, meerdere keren gevraagd, al meerdere keren, al eerder geschreven, al eerder gemeld, nog steeds geen antwoord, nog steeds geen reactie, nog altijd geen',
      'tredje gang, fjerde gang, femte gang, ørtende gang, gjentatte ganger, tredje mail, tredje e-post, tredje henvendelse, hvor mange ganger, ringt flere ganger, skrevet flere ganger, kontaktet dere flere ganger, spurt flere ganger, purret flere ganger, allerede skrevet, allerede meldt, fortsatt ikke svar, fortsatt ikke fått, fremdeles ikke svar, fremdeles ikke fått',
    ),
    { severityAtLeast: 'medium', flag: 'repeated', mood: 'amber' },
  ),
  effect(
    list(
      'again and again, over and over, keeps happening, happens every time, same problem again, same issue again, not the first time, recurring problem, recurring issue, happened again, broken again, down again',
      'immer wieder, schon wieder, ständig, dasselbe Problem, das gleiche Problem, nicht zum ersten Mal, nicht das erste Mal, wiederkehrend, wieder kaputt, wieder ausgefallen, tritt erneut auf',
      'telkens weer, steeds opnieuw, keer op keer, alweer, hetzelfde probleem, niet voor het eerst, niet de eerste keer, terugkerend, weer kapot, opnieuw kapot',
      'igjen og igjen, gang på gang, nok en gang, stadig vekk, samme problem, samme feil, ikke første gang, tilbakevendende, skjer igjen, nede igjen, ødelagt igjen',
    ),
    { flag: 'recurring' },
  ),
  effect(
    list(
      'urgent, urgently, asap, immediately, by today, before tomorrow, today at the latest, emergency, deadline, final warning, last warning, last chance',
      'dringend, eilt, sofort, unverzüglich, heute noch, noch heute, bis heute, bis morgen, Notfall, letzte Aufforderung, letzte Mahnung, letzte Warnung',
      'dringend, "spoed", met spoed, spoedeisend, onmiddellijk, direct oplossen, vandaag nog, nog vandaag, uiterlijk vandaag, uiterlijk morgen, per direct, noodgeval, laatste waarschuwing, laatste kans',
      'haster, hastesak, snarest, øyeblikkelig, umiddelbart, senest i dag, innen i dag, innen i morgen, nødsituasjon, nødstilfelle, siste varsel, siste sjanse',
    ),
    { severityAtLeast: 'high', flag: 'urgent' },
  ),
  effect(
    list(
      'unacceptable, outrageous, disgusting, disgrace, scandal, ridiculous, worst company, worst service, worst experience, had enough, fed up, lost my patience, furious',
      'inakzeptabel, unverschämt, Unverschämtheit, Frechheit, Sauerei, Skandal, skandalös, eine Zumutung, unzumutbar, es reicht, mir reicht, die Nase voll, stinksauer, Geduld am Ende',
      'onacceptabel, schandalig, schande, belachelijk, woedend, razend, ben het zat, ben er klaar mee, spuugzat, geduld is op, walgelijk',
      'uakseptabelt, uakseptabel, skandale, skandaløst, skammelig, latterlig, rasende, fått nok, har fått nok, drittlei, tålmodigheten er slutt, hårreisende',
    ),
    { severityAtLeast: 'high', flag: 'angry', mood: 'red' },
  ),
];
