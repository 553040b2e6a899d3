import {statSync} from "node:fs";
import {join} from "node:path";
import {projectRoot} from "../../loaders/environment.js";
import {readRows} from "../../loaders/rows.js";
import {openSnapshot} from "../../loaders/snapshot/reader.js";
import {copySources} from "../site/workingCopy.js";
import {bytesIn} from "./bytesIn.js";
import {commandStep, type Step} from "./commandStep.js";
import {pageBytes} from "./pageBytes.js";
import {inFolder} from "./siteTimes.js";

/** What a bank of one size costs. */
interface Size {
  readonly individuals: number;
  readonly transactions: number;
  readonly seed: Step;
  readonly data: Step;
  /** The pages, over datasets that are made. */
  readonly build: Step;
  /** Bytes of the CSV files, the snapshot, the datasets and the site. */
  readonly bytes: Readonly<Record<"bank" | "snapshot" | "datasets" | "site", number>>;
  readonly pages: ReadonlyMap<string, number>;
}

/** Megabytes that a process may hold at ten times the default bank, how many times as long it may take, and a page weigh. */
const aims = {megabytes: 1500, times: 11, weight: 1.1};
/** Companies for each person, as in the default bank. */
export const companyShare = 120 / 2500;

/**
 * What `npm run seed`, `npm run data` and `npm run build` take, in time, memory and on disk, and what each page fetches, for
 * the default bank and for `individuals` people, one after the other in copies of the project with nothing made yet. Comes
 * back with lines for a person.
 */
export async function benchScale(individuals: number): Promise<string[]> {
  const small = await sizeOf(2500);
  const large = await sizeOf(individuals);
  const lines = [small, large].map(
    ({individuals: people, transactions, seed, data, build, bytes}) =>
      `${people.toLocaleString("en")} people, ${transactions.toLocaleString("en")} transactions: ` +
      `seed ${stepText(seed)}; data ${stepText(data)}; build ${stepText(build)}; CSV ${megabytes(bytes.bank)}, snapshot ${megabytes(bytes.snapshot)}, datasets ${megabytes(bytes.datasets)}, site ${megabytes(bytes.site)}`,
  );
  const times = (["seed", "data", "build"] as const).map((name) => {
    const ratio = large[name].seconds / small[name].seconds;
    return `${name} takes ${ratio.toFixed(1)} times as long for ${(large.transactions / small.transactions).toFixed(1)} times the transactions (aim at ten times: at most ${aims.times}, no process above ${aims.megabytes} MB)`;
  });
  return [...lines, ...times, ...weightLines(small.pages, large.pages)];
}

function weightLines(
  small: ReadonlyMap<string, number>,
  large: ReadonlyMap<string, number>,
): string[] {
  const pages = [...small].map(([path, bytes]) => {
    const grown = large.get(path)!;
    return {path, bytes, grown, ratio: grown / bytes};
  });
  const heavier = pages.filter(({ratio}) => ratio > aims.weight);
  return [
    ...pages.map(
      ({path, bytes, grown, ratio}) =>
        `/${path}: ${kilobytes(bytes)}, then ${kilobytes(grown)} (${ratio.toFixed(2)})`,
    ),
    `${pages.length} pages, ${heavier.length} above ${aims.weight} times the weight that they have over the default bank`,
  ];
}

function sizeOf(individuals: number): Promise<Size> {
  return inFolder(async (folder) => {
    copySources(projectRoot, folder);
    const companies = Math.round(individuals * companyShare);
    const counts = ["--individuals", String(individuals), "--companies", String(companies)];
    const seed = await commandStep(folder, ["scripts/seed.ts", ...counts]);
    const data = await commandStep(folder, ["scripts/data.ts"]);
    const build = await commandStep(folder, ["scripts/build.ts"]);
    const snapshot = join(folder, "data/snapshot/bank.duckdb");
    const site = join(folder, "dist");
    return {
      individuals,
      transactions: await legCount(snapshot),
      seed,
      data,
      build,
      bytes: {
        bank: bytesIn(join(folder, "data/seed")),
        snapshot: statSync(snapshot).size,
        datasets: bytesIn(join(folder, "src/.observablehq/cache/data")),
        site: bytesIn(site),
      },
      pages: await pageBytes(site),
    };
  });
}

async function legCount(snapshot: string): Promise<number> {
  const reader = await openSnapshot(snapshot);
  try {
    const [row] = await readRows(
      await reader.connection.run("select count(*) as leg_count from bank.transactions"),
    );
    return Number(row!.leg_count);
  } finally {
    reader.close();
  }
}

const kilobytes = (bytes: number) => `${Math.round(bytes / 1000).toLocaleString("en")} kB`;
const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000).toLocaleString("en")} MB`;

function stepText({seconds, ofOne, ofAll}: Step): string {
  return `${seconds.toFixed(1)} s, ${Math.round(ofOne)} MB in the largest process and ${Math.round(ofAll)} MB in all`;
}
