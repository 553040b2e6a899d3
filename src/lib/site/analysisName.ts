/** What a new analysis is called: in words on its page, in kebab-case in its files, in camelCase in its test. */
export interface AnalysisName {
  readonly title: string;
  /** `fee-income-by-city` */
  readonly slug: string;
  /** `feeIncomeByCity` */
  readonly camel: string;
}

/** What a person asked for and cannot have, as one line with the next step. */
export class NewError extends Error {
  override readonly name = "NewError";
}

const longest = 60;
const allowed = /[\p{L}\p{M}\p{N} ,.:;?!%€’()–-]/u;
/** Letters that Unicode does not take apart into a Latin letter and a mark. */
const letters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  ø: "o",
  œ: "oe",
  ł: "l",
  đ: "d",
};

/** The names of an analysis with this title. Throws `NewError` where none can be made. */
export function analysisName(text: string): AnalysisName {
  const title = text.replaceAll("'", "’").trim().replace(/ +/g, " ");
  if (title === "")
    throw new NewError('no title (npm run new -- "Fee income by city" --group bank)');
  const odd = Array.from(title).find((character) => !allowed.test(character));
  if (odd !== undefined) {
    throw new NewError(
      `invalid character in the title: ${JSON.stringify(odd)} (use letters, digits, spaces and , . : ; ? ! % € ’ ( ) –)`,
    );
  }
  if (title.length > longest) {
    throw new NewError(`title of ${title.length} characters: ${title} (use at most ${longest})`);
  }
  const slug = slugOf(title);
  if (!/^[a-z]/.test(slug)) {
    throw new NewError(
      `no file name in the title: ${title} (begin it with a Latin letter: files are named after it)`,
    );
  }
  if (slug === "index")
    throw new NewError(`taken title: ${title} (a folder’s index is its first page)`);
  return {title, slug, camel: slug.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())};
}

function slugOf(title: string): string {
  return title
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\p{M}’]/gu, "")
    .replace(/[ßæøœłđ]/g, (letter) => letters[letter]!)
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")
    .replace(/.*[^a-z0-9-].*/, "");
}
