/** What this browser keeps, only if it is asked to: named, and removed by one button. */
import {builder} from "../../components/dom.js";
import {keptRecord} from "../../components/keptRecord.js";
import {list, plural} from "../../lib/words.js";
import type {Brought} from "./deskState.js";

export interface KeepLine {
  readonly element: HTMLElement;
  /** What is kept from before; undefined where nothing is. */
  readonly last: Promise<Brought | undefined>;
  /** Shows what could be kept now, and keeps it where somebody asked for that. */
  show(brought: Brought): Promise<void>;
}

/** The line of one page, whose record has a name. */
export function keepLine(name: string, document: Document): KeepLine {
  const {html} = builder(document);
  const record = keptRecord<Brought>(name, document.defaultView!);
  const words = html("span", {role: "status"});
  const keep = html("button", {type: "button"}, "Keep in this browser");
  const remove = html("button", {type: "button"}, "Remove from this browser");
  const element = html("p", {class: "own-keep", hidden: true}, words, keep, remove);
  let isKept = false;
  let now: Brought | undefined;
  const tell = (text: string) => {
    words.textContent = text;
    keep.hidden = isKept;
    remove.hidden = !isKept;
    element.hidden = !isKept && (now?.files.length ?? 0) === 0;
  };
  const write = async () => {
    try {
      await record.write(now!);
      isKept = true;
      tell(`Kept in this browser: ${keptText(now!)}.`);
    } catch (error) {
      isKept = false;
      tell(`This browser keeps nothing: ${error instanceof Error ? error.message : error}`);
    }
  };
  keep.addEventListener("click", () => void write());
  remove.addEventListener("click", async () => {
    await record.remove();
    isKept = false;
    tell("Removed from this browser. What you see is gone when you close this page.");
    keep.focus();
  });
  const last = record.read().then(
    (kept) => {
      isKept = kept !== undefined;
      return kept;
    },
    () => undefined, // shut off: nothing was ever kept
  );
  return {
    element,
    last,
    async show(brought) {
      now = brought;
      await last;
      if (isKept) await write();
      else tell("Nothing is kept: when you close this page, all is gone.");
    },
  };
}

/** `2 files (412 kB), 3 corrections and your rules`. */
export function keptText({files, settings}: Brought): string {
  const bytes = files.reduce((sum, {content}) => sum + content.size, 0);
  const corrected = Object.keys(settings.corrections).length;
  return list([
    `${plural(files.length, "file")} (${Math.ceil(bytes / 1000)} kB)`,
    ...(corrected > 0 ? [plural(corrected, "correction")] : []),
    ...(settings.rules ? ["your rules"] : []),
  ]);
}
