import type {CategoryName} from "../../lib/bank/categories.js";
import {type Analysis, Analyst} from "./analysis.js";
import {type Offer, offerOf} from "./offer.js";
import {type NamedFile, ownFile} from "./ownFile.js";
import type {Settings} from "./settings.js";

/** A file as it was dropped; the same id, the same bytes. */
export interface DroppedFile {
  readonly id: string;
  readonly name: string;
  readonly content: Blob;
}

/** What the page asks, and the answer to it. */
export type Question =
  | {readonly ask: "analysis"; readonly files: readonly DroppedFile[]; readonly settings: Settings}
  | {
      readonly ask: "offer";
      readonly files: readonly DroppedFile[];
      readonly settings: Settings;
      readonly id: string;
      readonly category: CategoryName;
    };

/** Reads each file once for each way to read it, and answers from what it has read. */
export class FileReader {
  readonly #read = new Map<string, NamedFile>();
  readonly #analyst = new Analyst();

  async answer(question: Question): Promise<Analysis | Offer> {
    const {settings} = question;
    const files = await this.#files(question);
    return question.ask === "analysis"
      ? this.#analyst.analysis(files, settings)
      : offerOf(this.#analyst.material(files, settings), settings, question);
  }

  async #files({files, settings}: Question): Promise<NamedFile[]> {
    const named: NamedFile[] = [];
    for (const {id, name, content} of files) {
      const [dates, amounts] = [settings.orders[id], settings.sides[id]];
      const key = `${id}\n${dates ?? ""}\n${amounts ?? ""}`;
      const known = this.#read.get(key);
      const read = async () => ownFile({name, bytes: await bytesOf(content)}, {dates, amounts});
      const file = known ?? {id, name, file: await read()};
      this.#read.set(key, file);
      named.push(file);
    }
    return named;
  }
}

async function bytesOf(content: Blob): Promise<Uint8Array> {
  return new Uint8Array(await content.arrayBuffer());
}
