import { languageOf } from '../../src/complaints/reading/language.ts';

const mails: Readonly<Record<string, readonly string[]>> = {
  en: [
    'The lamp I ordered last week has not arrived yet. Could you tell me where it is?',
    'Please send me a new invoice, the address on the old one is wrong.',
    'I was charged twice this month.',
    'Still waiting for an answer!',
  ],
  de: [
    'Die Lampe, die ich letzte Woche bestellt habe, ist noch nicht angekommen. Wo bleibt sie?',
    'Bitte schicken Sie mir eine neue Rechnung, die Anschrift ist falsch.',
    'Mir wurde zweimal abgebucht.',
    'Ich warte noch immer auf Antwort!',
  ],
  nl: [
    'De lamp die ik vorige week heb besteld is nog niet aangekomen. Waar blijft hij?',
    'Kunt u mij een nieuwe factuur sturen, het adres klopt niet.',
    'Er is twee keer afgeschreven van mijn rekening.',
    'Ik wacht nog steeds op antwoord!',
  ],
  no: [
    'Lampen jeg bestilte forrige uke har ikke kommet fram enda. Hvor blir den av?',
    'Kan dere sende meg en ny faktura, adressen på den gamle er feil.',
    'Jeg har blitt trukket to ganger denne måneden.',
    'Pakken ble levert til feil adresse, og ingen svarer når jeg ringer.',
    'Jeg får ikke logget inn, appen sier at passordet er feil.',
    'Hva skjer med bestillingen min? Jeg har ventet i tre uker nå.',
    'Eg har ikkje fått svar frå dykk enno, kva skjer?',
  ],
  da: [
    'Lampen, som jeg bestilte i sidste uge, er ikke kommet endnu. Hvor bliver den af?',
    'Kan I sende mig en ny faktura, adressen på den gamle er forkert.',
    'Der er blevet trukket penge to gange i denne måned.',
    'Pakken blev leveret til en forkert adresse, og ingen svarer, når jeg ringer.',
    'Jeg kan ikke logge ind, appen siger, at adgangskoden er forkert.',
    'Hvad sker der med min bestilling? Jeg har ventet i tre uger nu.',
  ],
  sv: [
    'Lampan som jag beställde förra veckan har inte kommit än. Var är den?',
    'Kan ni skicka en ny faktura, adressen på den gamla är fel.',
    'Jag har debiterats två gånger den här månaden.',
    'Paketet levererades till fel adress och ingen svarar när jag ringer.',
    'Jag kan inte logga in, appen säger att lösenordet är fel.',
    'Vad händer med min beställning? Jag har väntat i tre veckor nu.',
  ],
};

describe.each(Object.entries(mails))('%s', (language, texts) => {
  test.each(texts)('%s', (text) => {
    expect(languageOf(text)).toBe(language);
  });
});

test.each(['Order 4711', 'Hello', 'OK', 'Lampe defekt', ''])('"%s" is too little to tell', (text) => {
  expect(languageOf(text)).toBeNull();
});
