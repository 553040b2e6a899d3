/** What a heading may mean. */
import {columnWords, type Role} from "./columnWords.js";
import {currencyOf} from "./currency.js";
import {plainWords} from "./phrases.js";

export interface Meaning {
  readonly role: Role;
  /** Letters of the phrase that was found: the longest says most. */
  readonly letters: number;
  /** Share of the heading that the phrase is, 0 to 1. */
  readonly share: number;
}

const byPhrase = new Map<string, Role[]>();
for (const [role, list] of Object.entries(columnWords) as [Role, readonly string[]][])
  for (const phrase of list) {
    const roles = byPhrase.get(phrase) ?? [];
    if (!roles.includes(role)) byPhrase.set(phrase, [...roles, role]);
  }
const singles = [...byPhrase.keys()].filter(
  (phrase) => phrase.length >= 5 && !phrase.includes(" "),
);

/** The heading in plain words, without currency codes (`Amount (EUR)`) and numbers (`Omschrijving-2`). */
export function plainHeading(text: string): string {
  const plain = plainWords(text.replace(/([€£$])/g, " ").replace(/(\p{L})(\d)$/u, "$1 $2"));
  const words = plain.split(" ");
  const kept = words.filter(
    (word, at) => !(at > 0 && ((word.length === 3 && currencyOf(word)) || /^\d+$/.test(word))),
  );
  return kept.join(" ").replace(/(.) (in|en|i|v|w|em) (euro|euros)$|(.) euro[as]?$/, "$1$4");
}

/** Everything that a heading may mean, the longest phrase first; nothing for an unknown one. */
export function meaningsOf(heading: string): readonly Meaning[] {
  if (heading.length > 80) return [];
  const plain = plainHeading(heading);
  if (plain === "") return [];
  const words = plain.split(" ");
  const found: Meaning[] = [];
  const add = (phrase: string, weight: number) => {
    for (const role of byPhrase.get(phrase) ?? [])
      if (!found.some((known) => known.role === role))
        found.push({
          role,
          letters: phrase.length * weight,
          share: (phrase.length / plain.length) * weight,
        });
  };
  for (let length = words.length; length > 0; length--)
    for (let from = 0; from + length <= words.length; from++)
      add(words.slice(from, from + length).join(" "), from === 0 ? 1 : 0.95);
  for (const word of words)
    for (const single of singles) if (word !== single && word.endsWith(single)) add(single, 0.8);
  return found.sort((a, b) => b.letters - a.letters);
}
