import {FileBuildEffects} from "@observablehq/framework/dist/build.js";
import {compressFile} from "./compressSite.js";
import {compressible} from "./serve/encodings.js";

/** Framework says each file that it writes; what it says of links is looked at when the site is finished. */
const silent = {
  logger: {log() {}, warn() {}, error: (text: string) => process.stderr.write(`${text}\n`)},
  output: {write() {}},
};

/** Beside the thread on which Framework builds. */
const filesAtOnce = 2;

/**
 * Writes what Framework builds, and compresses it meanwhile: Framework builds on one thread. Pages are left for when they are
 * finished. What one of the sites `known` has is taken from there.
 */
export class CompressingEffects extends FileBuildEffects {
  readonly #output: string;
  readonly #known: readonly string[];
  /** What each lane has to do: one file after the other. */
  readonly #work: Promise<void>[] = Array.from({length: filesAtOnce}, () => Promise.resolve());
  #fileCount = 0;

  constructor(output: string, cache: string, {known}: {readonly known: readonly string[]}) {
    super(output, cache, silent);
    this.#output = output;
    this.#known = known;
  }

  override async copyFile(source: string, file: string): Promise<void> {
    await super.copyFile(source, file);
    this.#compress(file);
  }

  override async writeFile(file: string, contents: string | Uint8Array): Promise<void> {
    await super.writeFile(file, contents);
    this.#compress(file);
  }

  /** Waits for what is still being compressed. Throws where a file could not be. */
  async compressed(): Promise<void> {
    await Promise.all(this.#work);
  }

  #compress(file: string): void {
    if (!compressible.test(file) || file.endsWith(".html")) return;
    const lane = this.#fileCount++ % filesAtOnce;
    const work = this.#work[lane]!.then(() => compressFile(this.#output, file, this.#known));
    work.catch(() => {}); // told by `compressed`
    this.#work[lane] = work;
  }
}
