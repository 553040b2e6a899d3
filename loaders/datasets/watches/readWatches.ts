/** Finds the watches of `src/watches/`, as loaders are found: a file each, which exports one of its name. */
import {existsSync, readFileSync, rmSync} from "node:fs";
import {basename, join} from "node:path";
import {pathToFileURL} from "node:url";
import {
  type Condition,
  isMonthly,
  severities,
  type Watch,
  watchUnits,
} from "../../../src/lib/watches/watch.js";
import {ownPath} from "../../abandoned.js";
import {bundleInto} from "../../bundle.js";
import {projectRoot} from "../../environment.js";
import {listInputs, noteInputs} from "../../inputFiles.js";

export interface WatchFile {
  /** From the project's root: `src/watches/cashRunway.ts`. */
  readonly file: string;
  /** `cash-runway`. */
  readonly name: string;
  readonly text: string;
  readonly watch: Watch;
}

const folder = "src/watches";

/** All watches, by file. Throws on mistakes, each in a line with file and line. */
export async function readWatches(): Promise<WatchFile[]> {
  const files = watchFiles();
  if (files.length === 0) return [];
  const made = ownPath(join(projectRoot, "src/.observablehq/watches"));
  try {
    const bundled = await bundleInto(made, files);
    const watches = await Promise.all(
      files.map(async (file) => {
        const {file: module, inputs} = bundled.get(file)!;
        noteInputs(inputs);
        return watchOf(file, await import(pathToFileURL(module).href));
      }),
    );
    const mistakes = watches.flatMap(mistakesIn);
    if (mistakes.length > 0) throw new Error(mistakes.join("\n"));
    return watches;
  } finally {
    rmSync(made, {recursive: true, force: true});
  }
}

/** The files of the watches, from the project's root, in order. */
export function watchFiles(): string[] {
  const path = join(projectRoot, folder);
  const names = existsSync(path) ? listInputs(path) : [];
  return names.filter((name) => name.endsWith(".ts")).map((name) => `${folder}/${name}`);
}

function watchOf(file: string, module: Readonly<Record<string, unknown>>): WatchFile {
  const exported = basename(file, ".ts");
  const watch = module[exported];
  if (typeof watch !== "object" || watch === null)
    throw new Error(
      `${file}:1: exports no watch ${exported} (export const ${exported}: Watch = {…})`,
    );
  return {
    file,
    name: exported.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    text: readFileSync(join(projectRoot, file), "utf8"),
    watch: watch as Watch,
  };
}

/** The place of a word in a watch's file, from which a mistake is mended: `src/watches/cashRunway.ts:12`. */
export function placeOf({file, text}: Pick<WatchFile, "file" | "text">, word: string): string {
  const at = Math.max(0, text.indexOf(word));
  return `${file}:${text.slice(0, at).split("\n").length}`;
}

/** What the compiler would say of a watch, for a build that does not ask it. */
function mistakesIn(found: WatchFile): string[] {
  const {watch} = found;
  const said: string[] = [];
  const hold = (isRight: boolean, key: string, mistake: () => string) => {
    if (!isRight) said.push(`${placeOf(found, `${key}:`)}: ${mistake()}`);
  };
  for (const key of ["title", "subtitle", "silence"] as const)
    hold(isText(watch[key]), key, () => `no ${key} (give it as a text)`);
  hold(typeof watch.sentence === "function", "sentence", () => "the sentence is no function");
  for (const [key, names] of [
    ["severity", severities],
    ["unit", watchUnits],
  ] as const)
    hold(
      (names as readonly unknown[]).includes(watch[key]),
      key,
      () => `unknown ${key}: ${JSON.stringify(watch[key])} (use ${names.join(", ")})`,
    );
  hold(
    isMeasured(watch.measured),
    "measured",
    () => "measures nothing (give select, measure or rules)",
  );
  hold(
    isCondition(watch.condition),
    "condition",
    () => "no condition (see src/lib/watches/watch.ts)",
  );
  const {measured} = watch;
  if (measured && "select" in measured)
    hold(
      /\$month\b/.test(String(measured.select)),
      "select",
      () => "the SELECT does not name $month (it is asked at the end of each month)",
    );
  return said;
}

const isText = (value: unknown) => typeof value === "string" && value.trim() !== "";
const isCount = (value: unknown) => Number.isInteger(value) && (value as number) > 0;

function isMeasured(measured: Watch["measured"] | undefined): boolean {
  if (typeof measured !== "object" || measured === null) return false;
  if ("select" in measured) return isText(measured.select);
  if ("measure" in measured) return isMonthly(measured.measure) && isCount(measured.months);
  return "rules" in measured;
}

function isCondition(condition: Condition | undefined): boolean {
  if (typeof condition !== "object" || condition === null) return false;
  const {kind, ...rest} = condition as {kind: unknown} & Record<string, unknown>;
  const has = (...names: readonly string[]) =>
    names.filter((name) => Number.isFinite(rest[name])).length === 1;
  if (kind === "threshold" || kind === "share") return has("above", "below");
  if (kind !== "change" || !has("rise", "fall")) return false;
  const {against, by} = rest as {against?: {months?: unknown} | string; by?: unknown};
  const isKnown =
    typeof against === "object" ? isCount(against?.months) : against === "year before";
  return isKnown && (by === "share" || by === "amount");
}
