import type {CategoryName} from "../../lib/bank/categories.js";
import type {Analysis} from "./analysis.js";
import type {DroppedFile} from "./fileReader.js";
import type {Offer} from "./offer.js";
import type {ReaderThread} from "./readerThread.js";
import {noSettings, type Settings} from "./settings.js";

/** What somebody brought and decided: what a browser keeps if it is asked to. */
export interface Brought {
  readonly files: readonly DroppedFile[];
  readonly settings: Settings;
}

/** The files, the decisions, and what came of both. */
export class DeskState {
  readonly #thread: () => ReaderThread;
  readonly #onChange: () => void;
  #brought: Brought = {files: [], settings: noSettings};
  #analysis: Analysis | null = null;
  #problem = "";
  #isReading = false;
  #asked = 0;

  constructor(thread: () => ReaderThread, onChange: () => void) {
    this.#thread = thread;
    this.#onChange = onChange;
  }

  get brought(): Brought {
    return this.#brought;
  }

  /** Null before the first file. */
  get analysis(): Analysis | null {
    return this.#analysis;
  }

  /** Why the last files could not be read at all; empty where they could. */
  get problem(): string {
    return this.#problem;
  }

  get isReading(): boolean {
    return this.#isReading;
  }

  /** Takes files; one of the same name and size is the same. A rules file goes before the rules that are there. */
  async add(contents: Iterable<File>): Promise<void> {
    const files = new Map(this.#brought.files.map((file) => [file.id, file]));
    for (const content of contents) {
      const id = `${content.name}|${content.size}|${content.lastModified}`;
      files.set(id, {id, name: content.name, content});
    }
    await this.replace({...this.#brought, files: [...files.values()]});
    await this.#takeRules();
  }

  /** Takes a file away, and with it what was said of its dates and signs: brought again, it asks again. */
  async remove(id: string): Promise<void> {
    const {files, settings} = this.#brought;
    const {[id]: _order, ...orders} = settings.orders;
    const {[id]: _side, ...sides} = settings.sides;
    await this.replace({
      files: files.filter((file) => file.id !== id),
      settings: {...settings, orders, sides},
    });
  }

  /** Another decision, and what follows from it. */
  async decide(change: Partial<Settings>): Promise<void> {
    await this.replace({...this.#brought, settings: {...this.#brought.settings, ...change}});
  }

  async correct(id: string, category: CategoryName): Promise<void> {
    const {corrections} = this.#brought.settings;
    const {[id]: _, ...others} = corrections;
    await this.decide({corrections: {...others, [id]: category}});
  }

  offer(id: string, category: CategoryName): Promise<Offer> {
    const {files, settings} = this.#brought;
    return this.#thread().offer(files, settings, {id, category});
  }

  /** Reads what somebody brought; of several calls the last one counts. */
  async replace(brought: Brought): Promise<void> {
    this.#brought = brought;
    this.#problem = "";
    const number = ++this.#asked;
    const {files, settings} = brought;
    this.#isReading = files.length > 0;
    if (files.length === 0) this.#analysis = null;
    this.#onChange();
    if (files.length === 0) return;
    try {
      const analysis = await this.#thread().analysis(files, settings);
      if (number === this.#asked) this.#analysis = analysis;
    } catch (error) {
      this.#problem = error instanceof Error ? error.message : String(error);
    }
    if (number !== this.#asked) return;
    this.#isReading = false;
    this.#onChange();
  }

  /** Rules that came as files become the person's own, and their files go. */
  async #takeRules(): Promise<void> {
    const isRules = new Set(
      this.#analysis?.files.filter(({kind}) => kind === "rules").map(({id}) => id),
    );
    if (isRules.size === 0) return;
    const {files, settings} = this.#brought;
    const texts = await Promise.all(
      files.filter(({id}) => isRules.has(id)).map(({content}) => content.text()),
    );
    const rules = withRules(texts, settings.rules);
    await this.replace({
      files: files.filter(({id}) => !isRules.has(id)),
      settings: {...settings, rules},
    });
  }
}

/** Texts of rules one after the other, each from the stage in which a file begins. */
function withRules(texts: readonly string[], own: string): string {
  return [...texts, own]
    .filter((text) => text.trim() !== "")
    .map((text, at) => (at === 0 ? text : `[normal]\n${text}`))
    .map((text) => (text.endsWith("\n") ? text : `${text}\n`))
    .join("");
}
