// What Gmail itself writes on a card, in the language of the person's Gmail: `Show more` and `Show less`, without a
// number (its documentation of `collapsible`).

type Fold = { readonly more: string; readonly less: string };

const english: Fold = { more: 'Show more', less: 'Show less' };

const spoken: Readonly<Record<string, Fold>> = {
  de: { more: 'Mehr anzeigen', less: 'Weniger anzeigen' },
  nl: { more: 'Meer tonen', less: 'Minder tonen' },
  no: { more: 'Vis mer', less: 'Vis mindre' },
};

export const foldWords = (locale: string): Fold => spoken[locale] ?? english;
