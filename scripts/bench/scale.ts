import {statSync} from "node:fs";
import {join} from "node:path";
import {projectRoot} from "../../loaders/environment.js";
import {readRows} from "../../loaders/rows.js";
import {openSnapshot} from "../../loaders/snapshot/reader.js";
import {copySources} from "../site/workingCopy.js";
import {bytesIn} from "./bytesIn.js";
import {commandStep, type Step} from "./commandStep.js";
import {inFolder} from "./siteTimes.js";

/** What a bank of one size costs. */
interface Size {
  readonly individuals: number;
  readonly transactions: number;
  readonly seed: Step;
  readonly data: Step;
  /** Bytes of the CSV files, the snapshot and the datasets. */
  readonly bytes: Readonly<Record<"bank" | "snapshot" | "datasets", number>>;
}

/** Megabytes that a process may hold at ten times the default bank, and how many times as long it may take. */
const aims = {megabytes: 1500, times: 11};
/** Companies for each person, as in the default bank. */
export const companyShare = 120 / 2500;

/**
 * What `npm run seed` and `npm run data` take, in time, memory and on disk, for the default bank and for `individuals`
 * people, one after the other in copies of the project with nothing made yet. Comes back with lines for a person.
 */
export async function benchScale(individuals: number): Promise<string[]> {
  const small = await sizeOf(2500);
  const large = await sizeOf(individuals);
  const lines = [small, large].map(
    ({individuals: people, transactions, seed, data, bytes}) =>
      `${people.toLocaleString("en")} people, ${transactions.toLocaleString("en")} transactions: ` +
      `seed ${stepText(seed)}; data ${stepText(data)}; CSV ${megabytes(bytes.bank)}, snapshot ${megabytes(bytes.snapshot)}, datasets ${megabytes(bytes.datasets)}`,
  );
  const times = (["seed", "data"] as const).map((name) => {
    const ratio = large[name].seconds / small[name].seconds;
    return `${name} takes ${ratio.toFixed(1)} times as long for ${(large.transactions / small.transactions).toFixed(1)} times the transactions (aim at ten times: at most ${aims.times}, no process above ${aims.megabytes} MB)`;
  });
  return [...lines, ...times];
}

function sizeOf(individuals: number): Promise<Size> {
  return inFolder(async (folder) => {
    copySources(projectRoot, folder);
    const companies = Math.round(individuals * companyShare);
    const counts = ["--individuals", String(individuals), "--companies", String(companies)];
    const seed = await commandStep(folder, ["scripts/seed.ts", ...counts]);
    const data = await commandStep(folder, ["scripts/data.ts"]);
    const snapshot = join(folder, "data/snapshot/bank.duckdb");
    return {
      individuals,
      transactions: await legCount(snapshot),
      seed,
      data,
      bytes: {
        bank: bytesIn(join(folder, "data/seed")),
        snapshot: statSync(snapshot).size,
        datasets: bytesIn(join(folder, "src/.observablehq/cache/data")),
      },
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

const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000).toLocaleString("en")} MB`;

function stepText({seconds, ofOne, ofAll}: Step): string {
  return `${seconds.toFixed(1)} s, ${Math.round(ofOne)} MB in the largest process and ${Math.round(ofAll)} MB in all`;
}
