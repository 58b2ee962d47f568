// Subjects and texts of automatic mails without any header that says so, and of people's mails that look like them.

export const automaticTexts: readonly (readonly [subject: string, text: string])[] = [
  ['Automatic reply: Case 17', 'I am out of the office until Monday with limited access to e-mail.'],
  ['Out of Office', 'Thank you for your mail. I will return on 3 August.'],
  ['Out of the office: Re: Lamp', 'Back on Monday.'],
  ['On parental leave', 'I am on parental leave. Your mail will not be forwarded.'],
  ['Undeliverable: Invoice', 'Delivery has failed to these recipients: x@y.example'],
  ['Automatische Antwort: Lampe', 'Ich bin bis Freitag nicht im Büro.'],
  ['Abwesenheitsnotiz', 'Ich befinde mich im Urlaub und bin ab Montag wieder erreichbar.'],
  ['Eingangsbestätigung', 'Dies ist eine automatisch erzeugte E-Mail.'],
  ['Unzustellbar: Rechnung', 'Fehler bei der Nachrichtenzustellung an x@y.example'],
  ['Automatisch antwoord: lamp', 'Ik ben tot vrijdag afwezig.'],
  ['Afwezigheidsbericht', 'Ik ben met vakantie.'],
  ['Niet aanwezig', 'Ik ben deze week niet op kantoor.'],
  ['Automatisk svar: lampe', 'Jeg er ute av kontoret til fredag.'],
  ['Fraværsmelding', 'Jeg er på ferie og er tilbake mandag.'],
  ['Fraværsbesked', 'Jeg er på ferie.'],
  ['Autosvar: lampa', 'Jag är på semester till den 3 augusti.'],
  ['Réponse automatique : lampe', 'Je suis absent jusqu’à lundi.'],
  ['Absence du bureau', 'De retour lundi.'],
  ['Respuesta automática: lámpara', 'Estoy de vacaciones hasta el lunes.'],
  ['Re: Lamp', 'I am currently out of the office. In urgent cases call my colleague.'],
].map(([subject = '', text = '']) => [subject, text] as const);

export const peoplesTexts: readonly (readonly [subject: string, text: string])[] = [
  ['Out of office hours nobody answers', 'I called out of office hours and nobody answered the telephone.'],
  ['Auto: Kratzer an der Tür', 'Ihr Mietwagen hatte schon einen Kratzer. Warum soll ich zahlen?'],
  ['Undeliverable parcel', 'My parcel came back to you as undeliverable. Please send it again.'],
  ['Lieferung im Urlaub', 'Ich bin nächste Woche im Urlaub, bitte liefern Sie danach.'],
  ['Ferie i juli', 'Jeg er på ferie i juli. Kan dere sende lampen i august?'],
  ['Vakantie geannuleerd', 'De reis is geannuleerd, ik wil mijn geld terug.'],
  ['Permisjon og betaling', 'Jeg er i permisjon og kan ikke betale regningen nå. Kan jeg få utsettelse?'],
  ['Your automatic reply', 'I only ever get an automatic reply from you, never an answer.'],
  ['Delivery failed', 'The driver says delivery failed, but I was at home all day.'],
  ['Abwesenheit des Technikers', 'Der Techniker kam nicht.'],
];
