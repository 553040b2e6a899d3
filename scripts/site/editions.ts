/**
 * Editions: one site for each audience, from one snapshot. What an edition holds is cut where the snapshot is read (`sql/editions/`);
 * its pages are built over that, of several at a time.
 */
import {existsSync, rmSync} from "node:fs";
import {availableParallelism} from "node:os";
import {join, resolve} from "node:path";
import {ownPath} from "../../loaders/abandoned.js";
import {findDatasets} from "../../loaders/datasets/dataset.js";
import {failuresOf} from "../../loaders/datasets/report.js";
import {makeDatasets} from "../../loaders/datasets/runner.js";
import {openTsLoaders} from "../../loaders/datasets/tsDataset.js";
import {
  type Audience,
  type Edition,
  type EditionRequest,
  editionFolder,
} from "../../loaders/editions/edition.js";
import {openWholeBank, type WholeBank} from "../../loaders/editions/editionBank.js";
import {
  datasetsRead,
  makeEditionDatasets,
  takenWhole,
} from "../../loaders/editions/editionDatasets.js";
import {isPageOf, type Rules, readRules} from "../../loaders/editions/rules.js";
import {type Environment, environment, projectRoot} from "../../loaders/environment.js";
import {hashOf} from "../../loaders/inputFiles.js";
import {clearReplacements} from "../../loaders/replacedFolder.js";
import {ensureSnapshot, settingsFor} from "../../loaders/snapshot/snapshot.js";
import {BuildError, refuse} from "./buildError.js";
import {keepRecord, recordOf, siteSources} from "./builtRecord.js";
import {type EditionProcess, startEditionProcess} from "./editionProcess.js";
import {inTurn} from "./inTurn.js";
import {markdownFiles} from "./pages.js";
import {type Promised, promiseOf, writePublished} from "./publishFolder.js";

export interface EditionReport {
  readonly name: string;
  readonly folder: string;
  /** Whether the site that stood there is what would have been built, and was left. */
  readonly isUnchanged: boolean;
  readonly milliseconds: number;
}

export interface EditionOptions {
  readonly base?: string;
  /** Where an edition goes, from the project's root. */
  readonly folderOf: (edition: EditionRequest) => string;
  readonly env?: Environment;
  readonly onReport?: (report: EditionReport) => void;
  readonly now?: () => Date;
}

/** What is asked for of many: an edition for each company, or each person, with an account. */
export async function editionsOfAll(
  audience: "company" | "person",
  env: Environment = environment,
): Promise<EditionRequest[]> {
  const bank = await openWholeBank(await ensureSnapshot({env}));
  try {
    const ids = await bank.customers(audience);
    return ids.map((id) => ({name: `${audience}:${id}`, audience, subjects: [id]}));
  } finally {
    bank.close();
  }
}

/**
 * Builds editions of one audience; each folder is as it was until the new site stands beside it. An edition of
 * which nothing has changed is left. Throws `BuildError` where the bank has no such customer, a rule or a loader fails, or a
 * page names what the edition is without.
 */
export async function buildEditions(
  requests: readonly EditionRequest[],
  {
    base = "/",
    folderOf,
    env = environment,
    onReport = () => {},
    now = () => new Date(),
  }: EditionOptions,
): Promise<EditionReport[]> {
  const promised: Promised = {confirmed: now(), staleAfter: promiseOf(env)};
  const sources = siteSources(projectRoot, {base, staleAfter: promised.staleAfter});
  const whole = await openWholeBank(await ensureSnapshot({env}));
  try {
    const editions = await Promise.all(requests.map((request) => whole.resolve(request)));
    const audience = onlyAudience(editions);
    const rules = readRules(audience);
    const sites = editions.map((edition): Site => {
      const folder = resolve(projectRoot, folderOf(edition));
      clearReplacements(folder); // the site that a killed build had just taken away
      const inputs = hashOf(
        JSON.stringify([sources, whole.snapshot.key, edition.name, edition.subjects]),
      );
      return {edition, folder, inputs};
    });
    const isStanding = ({folder, inputs}: Site) =>
      recordOf(projectRoot, folder, inputs) !== undefined;
    const stale = sites.filter((site) => !isStanding(site));
    const standing = sites.filter((site) => !stale.includes(site));
    const reports: EditionReport[] = [];
    const tell = (report: EditionReport) => {
      reports.push(report);
      onReport(report);
    };
    for (const {edition, folder} of standing) {
      writePublished(folder, promised);
      tell({name: edition.name, folder, isUnchanged: true, milliseconds: 0});
    }
    if (stale.length > 0) {
      const alike = [...standing.map(({folder}) => folder), wholeSite].find(existsSync);
      const work = openWork({base, env, rules, audience, whole});
      try {
        await buildStale(stale, work, {sources, promised, alike, tell});
      } finally {
        await work.close();
      }
    }
    return reports;
  } catch (error) {
    throw error instanceof BuildError ? error : new BuildError((error as Error).message);
  } finally {
    whole.close();
  }
}

/** The site of the whole bank, where it is built as it comes: it has the same code. */
const wholeSite = join(projectRoot, "dist");

interface Site {
  readonly edition: Edition;
  readonly folder: string;
  readonly inputs: string;
}

async function buildStale(
  sites: readonly Site[],
  work: ReturnType<typeof openWork>,
  {
    sources,
    promised,
    alike,
    tell,
  }: {
    sources: string;
    promised: Promised;
    alike: string | undefined;
    tell: (report: EditionReport) => void;
  },
): Promise<void> {
  let known = alike;
  const build = async ({edition, folder, inputs}: Site) => {
    const start = performance.now();
    await work.build(edition, folder, {promised, alike: known});
    keepRecord(projectRoot, folder, {sources, inputs, remarks: []});
    known = folder;
    const milliseconds = Math.round(performance.now() - start);
    tell({name: edition.name, folder, isUnchanged: false, milliseconds});
  };
  const [first, ...others] = sites;
  // by then packages are bundled, and code is compressed
  await build(first!);
  await inTurn(others, build, {atOnce: availableParallelism()});
}

/** The two steps of an edition, with what they share: its datasets are made in this process, its pages in one of several. */
function openWork({
  base,
  env,
  rules,
  audience,
  whole,
}: {
  base: string;
  env: Environment;
  rules: Rules;
  audience: Audience;
  whole: WholeBank;
}) {
  const place = ownPath(join(projectRoot, "src/.observablehq/editions"));
  const files = markdownFiles(join(projectRoot, "src"));
  const datasets = datasetsRead(
    files.filter((file) => isPageOf(rules, file.slice(0, -".md".length))),
    findDatasets(),
  );
  const settings = {
    ...settingsFor(whole.snapshot),
    ...{SITE_AUDIENCE: audience, SITE_BASE: base, SITE_DATASETS: "made"},
    OBSERVABLE_TELEMETRY_DISABLE: "true",
  };
  const code = datasets.filter(({language}) => language === "ts").map(({loader}) => loader);
  const processes: EditionProcess[] = [];
  const idle: EditionProcess[] = [];
  const opening = open();
  opening.catch(() => {}); // told by the first that needs it
  let made: Promise<unknown> = opening;

  async function open() {
    // beside what is taken by keys, the day that the heads of pages name
    const wanted = [
      "data/freshness.json",
      ...takenWhole(datasets, rules).map(({target}) => target),
    ];
    refuse(failuresOf(await makeDatasets({env, only: new Set(wanted)})));
    const loaders = await openTsLoaders(code, {...env, ...settings});
    return {loaders, process: loaders.open()};
  }

  /** The bank of an edition is there until the next is cut. */
  function makeDatasetsOf(edition: Edition, folder: string): Promise<void> {
    const making = made.then(async () => {
      const {process} = await opening;
      const cut = await whole.cut(edition, rules);
      await makeEditionDatasets(datasets, {rules, whole, cut, folder, loaders: process});
    });
    made = making.catch(() => {}); // told to who waits for it
    return making;
  }

  function startProcess(): EditionProcess {
    const started = startEditionProcess(settings);
    processes.push(started);
    return started;
  }

  return {
    /** Makes the datasets of an edition, builds the pages over them and puts the site in its place. */
    async build(
      edition: Edition,
      folder: string,
      {promised, alike}: {promised: Promised; alike: string | undefined},
    ): Promise<void> {
      const own = join(place, editionFolder(edition));
      const order = {datasets: join(own, "datasets"), aside: join(own, "site"), folder};
      await opening;
      const process = idle.pop() ?? startProcess();
      try {
        await makeDatasetsOf(edition, order.datasets);
        await process.build({...order, base, promised, alike, first: rules.first});
      } finally {
        rmSync(own, {recursive: true, force: true});
      }
      idle.push(process);
    },
    async close(): Promise<void> {
      const opened = await opening.catch(() => undefined);
      await opened?.loaders.close();
      await Promise.all(processes.map((process) => process.close()));
      rmSync(place, {recursive: true, force: true});
    },
  };
}

/** The pages and the settings of a process are those of one audience. */
function onlyAudience(editions: readonly Edition[]): Audience {
  const [first, ...others] = [...new Set(editions.map(({audience}) => audience))];
  if (first === undefined || others.length > 0)
    throw new BuildError("editions of several audiences: build those of one at a time");
  return first;
}
