import {existsSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {makeOwnFolder} from "../../loaders/ownFolder.js";
import {clearReplacements, partialFolder, replaceFolder} from "../../loaders/replacedFolder.js";
import {tableNames} from "../../src/lib/bank/schema.js";
import {formatDay, formatMonth, lastDayOf} from "../../src/lib/day.js";
import {outcomes} from "../../src/lib/ledger/posting.js";
import {UsageError} from "../terminal/options.js";
import {type Bank, type Parameters, planBank} from "./bank.js";
import {writePlan} from "./planTables.js";
import {Simulation} from "./simulation.js";
import {TableJournal} from "./tableJournal.js";
import {openFiles, writeActions, writeInvoices, writeMarket} from "./tables.js";
import {themes} from "./themes/index.js";

/** The generator's own version: it rises whenever the same parameters give other bytes. */
export const generatorVersion = "3.0.0";

export interface Manifest {
  readonly generator: {readonly name: string; readonly version: string};
  readonly parameters: Omit<Parameters, "start"> & {readonly start: string};
  readonly as_of: string;
  /** How many proposals the ledger posted and refused, by reason. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly files: readonly {
    table: string;
    file: string;
    rows: number;
    bytes: number;
    sha256: string;
  }[];
}

export interface WrittenBank {
  readonly manifest: Manifest;
  /** The bank in motion, to go on from its last day. */
  readonly bank: Bank;
  readonly simulation: Simulation;
  /** Where the simulation writes; its files are closed. */
  readonly journal: TableJournal;
}

/**
 * Makes a bank and writes it to a folder: aside first, and renamed when it is whole, so that a run that is killed or fails
 * leaves what was there. Throws `UsageError` if the folder holds something that is not a bank.
 */
export function writeBank(
  parameters: Parameters,
  out: string,
  {onMonth = () => {}}: {onMonth?: (done: number) => void} = {},
): WrittenBank {
  const target = resolve(out);
  assertReplaceable(target);
  clearReplacements(target);
  const aside = partialFolder(target);
  // what an earlier process of the same id was killed over
  rmSync(aside, {recursive: true, force: true});
  makeOwnFolder(aside);
  try {
    const written = writeFiles(parameters, aside, onMonth);
    replaceFolder(target);
    return written;
  } catch (error) {
    rmSync(aside, {recursive: true, force: true});
    throw error;
  }
}

function writeFiles(
  parameters: Parameters,
  aside: string,
  onMonth: (done: number) => void,
): WrittenBank {
  const bank = planBank(parameters);
  const files = openFiles(aside, bank);
  const journal = new TableJournal(bank, files);
  const simulation = new Simulation(bank, themes, journal);
  writePlan(bank, files);
  for (let month = 0; month < parameters.months; month++) {
    const {frame, settled} = simulation.run();
    writeMarket(files, frame.market);
    writeInvoices(bank, files.invoices, settled);
    onMonth(month + 1);
  }
  writeActions(files, bank.market);
  writeInvoices(bank, files.invoices, simulation.invoices.pending());
  const manifest: Manifest = {
    generator: {name: "countinghouse", version: generatorVersion},
    parameters: {...parameters, start: formatMonth(parameters.start)},
    as_of: formatDay(lastDayOf(parameters.start + parameters.months - 1)),
    outcomes: Object.fromEntries(
      outcomes.map((name, code) => [name, simulation.ledger.counts[code]!]),
    ),
    files: tableNames.map((table) => ({table, file: `${table}.csv`, ...files[table].close()})),
  };
  writeFileSync(join(aside, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  return {manifest, bank, simulation, journal};
}

function assertReplaceable(target: string): void {
  if (!existsSync(target) || existsSync(join(target, "manifest.json"))) return;
  if (readdirSync(target).length > 0) {
    throw new UsageError(
      `not a bank: ${target} (name an empty folder, or one that npm run seed wrote)`,
    );
  }
}
