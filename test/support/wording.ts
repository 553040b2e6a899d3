/**
 * How the site puts things: a short list of turns that English does not have, or has for something else, each with what
 * to write instead. A turn that has one good use names it in its pattern.
 */

export interface Turn {
  readonly turn: RegExp;
  readonly instead: string;
}

/** In prose and in titles. */
export const bannedTurns: readonly Turn[] = [
  {turn: /\b(stands?|stood)\b(?! (for|out)\b)/i, instead: "is, are, is listed, is shown"},
  {turn: /\b(lies?|lain|lying)\b/i, instead: "is, are"},
  {turn: /\b(hangs?|hung|hinges?) (on|from|by|at)\b/i, instead: "depends on"},
  {turn: /\b(is|was|are|were) missing\b/i, instead: "fell short by, is not known"},
  {turn: /(?<!\b(than|as) )\busual\b/i, instead: "typical, average"},
  {
    turn: /\b(never|nobody|none|not|no)\b[^.;:]*\bso far\b|\bso far\b[^.;:]*\bnever\b/i,
    instead: "yet, still",
  },
  {turn: /\b(whoever|whomever)\b/i, instead: "people who …"},
  {turn: /(^|[.!?:;] )who\b(?![^.!]*\?)/i, instead: "a noun: people who …, companies that …"},
  {turn: /(?<!\b(interest|rates?|paid) )\bon (checking|savings|brokerage)\b/i, instead: "in"},
  {
    turn: /\bon (the|an|its|his|her|their|this|that|each|another|one|two|these|those|…)( \w+)? accounts?\b/i,
    instead: "in",
  },
  {
    turn: /\bas in (the |…|January|February|March|April|May|June|July|August|September|October|November|December)/,
    instead: "unchanged from",
  },
  {
    turn: /\b(saved|spent|paid) of (the |a |each )?(salary|income|pay)\b/i,
    instead: "share of salary saved",
  },
  {turn: /\ba (month|year), median\b/i, instead: "median monthly …"},
];

/** American spellings; British in -ise. Code keeps its own. */
export const americanSpellings: readonly Turn[] = [
  {
    turn: /\b(?!(size|prize|seize|capsize|resize|oversize|downsize)[sd]?\b)\p{L}{2,}i[sz]?z(e|es|ed|ing|er|ation|ations)\b(?<!\b(sizes?|sized|sizing|resiz\w+|priz\w+|seiz\w+))/iu,
    instead: "-ise, -isation",
  },
  {
    turn: /\b(un|dis)?(col|fav|hon|lab|behavi|neighb|rum|harb|endeav)or(s|ed|ing|ite|able|hood|less|ful)?\b/i,
    instead: "-our",
  },
  {turn: /\b(cent|theat|lit|fib|met)er(s|ed)?\b(?<!\bmeter(s|ed)?)/i, instead: "-re"},
  {turn: /\b(analyz|paralyz)(e|es|ed|ing|er)\b/i, instead: "-yse"},
  {
    turn: /\b(travel|cancel|model|label|total|level|signal|channel|fuel)(ed|ing|er)\b/i,
    instead: "-lled, -lling",
  },
  {turn: /\bgray(s|ed)?\b/i, instead: "grey"},
  {turn: /\b(catalog|dialog)s?\b/i, instead: "-logue"},
  {
    turn: /\b(defense|offense|license(?= of| to)|check(s)?(?= (written|drawn|cashed)))\b/i,
    instead: "-ce, cheque",
  },
  {
    turn: /\b(fulfill|enroll|skillful|judgment|aging|checkbook|paycheck)\b/i,
    instead: "fulfil, judgement, ageing",
  },
];

/** Typewriter's marks. */
export const straightMarks: readonly Turn[] = [
  {turn: /\p{L}'\p{L}|\p{L}s' /u, instead: "’"},
  {turn: /(^|[\s(])"\p{L}[^"]*"/u, instead: "“ and ”"},
];

/** Cities that have an English name. */
export const foreignCities: readonly Turn[] = [
  {
    turn: /\b(Wien|Köln|München|Nürnberg|Bruxelles|Brussel|Antwerpen|Gent|Lisboa|Roma|Milano|Torino|Napoli|Firenze|Genova|Venezia|Praha|Warszawa|Sevilla|Den Haag|Helsingfors|Genève|Zürich)(?!\p{L})/u,
    instead: "the English name",
  },
];

export const titleWords = 15;

/** Each rule that a text breaks, as `“stands on”: write is, are`. */
export function wordFaults(text: string, {isTitle = false} = {}): string[] {
  const turns = [...bannedTurns, ...americanSpellings, ...straightMarks, ...foreignCities];
  const faults = turns.flatMap(({turn, instead}) => {
    const found = turn.exec(text)?.[0];
    return found ? [`“${found.trim()}”: write ${instead}`] : [];
  });
  return isTitle ? [...faults, ...titleFaults(text)] : faults;
}

function titleFaults(title: string): string[] {
  const words = title.split(/\s+/).filter((word) => /[\p{L}\p{N}…]/u.test(word)).length;
  const semicolons = title.split(";").length - 1;
  return [
    ...(words > titleWords ? [`${words} words in a title: at most ${titleWords}`] : []),
    ...(semicolons > 1 ? [`${semicolons} semicolons in a title: at most one`] : []),
  ];
}
