/**
 * A text of a notebook as it stands on a page, and back. What a page would run is text in a notebook: `${…}`, HTML, and
 * fences with a language.
 */

/** Code within a line, which keeps what looks like HTML as it is. */
const code = /(`+)(?:(?!`)[\s\S]|(?!\1(?!`))`)*?\1(?!`)/g;
const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/;

/** A sign that a page would take for the begin of HTML or of a placeholder, behind the backslashes it may have. */
const live = /\\*(?:<(?=[A-Za-z/!?])|\$(?=\{))/g;
const quieted = /\\(\\*(?:<(?=[A-Za-z/!?])|\$(?=\{)))/g;

/** The text for a page. */
export function toPageText(text: string): string {
  return byLines(
    text,
    (line) => (/^ {0,3}(?:`{3,}|~{3,})\s*\S/.test(line) ? `${line} run=false` : line),
    (part) => part.replace(live, "\\$&"),
  );
}

/** The text that `toPageText` was given. */
export function fromPageText(text: string): string {
  return byLines(
    text,
    (line) => line.replace(/ run=false$/, ""),
    (part) => part.replace(quieted, "$1"),
  );
}

/** The text with its fences and what is outside of code changed. */
function byLines(
  text: string,
  changeFence: (line: string) => string,
  change: (part: string) => string,
): string {
  const done: string[] = [];
  let prose: string[] = [];
  let open: string | undefined;
  const endProse = () => {
    if (prose.length > 0) done.push(outsideCode(prose.join("\n"), change));
    prose = [];
  };
  for (const line of text.split("\n")) {
    const ticks = fence.exec(line)?.[1];
    if (open !== undefined) {
      done.push(line);
      if (ticks?.startsWith(open) && line.trim() === ticks) open = undefined;
    } else if (ticks !== undefined) {
      endProse();
      open = ticks;
      done.push(changeFence(line));
    } else prose.push(line);
  }
  endProse();
  return done.join("\n");
}

function outsideCode(text: string, change: (part: string) => string): string {
  let end = 0;
  let changed = "";
  for (const {0: inside, index} of text.matchAll(code)) {
    changed += change(text.slice(end, index)) + inside;
    end = index + inside.length;
  }
  return changed + change(text.slice(end));
}
