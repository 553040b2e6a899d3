/**
 * Editions: one site for each audience, from one snapshot. What an edition holds is cut where the snapshot is read (`sql/editions/`);
 * its pages are built over that. One edition's datasets are made while the pages of the one before are built.
 */
import {existsSync, rmSync} from "node:fs";
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
import {type Environment, environment, holdTo, projectRoot} from "../../loaders/environment.js";
import {hashOf} from "../../loaders/inputFiles.js";
import {ensureSnapshot, settingsFor} from "../../loaders/snapshot/snapshot.js";
import {BuildError, refuse} from "./buildError.js";
import {keepRecord, recordOf, siteSources} from "./builtRecord.js";
import {openEditionPages} from "./editionPages.js";
import {markdownFiles} from "./pages.js";
import {type Promised, promiseOf, publishFolder, writePublished} from "./publishFolder.js";
import {unlinkMissing} from "./unlinkMissing.js";

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
 * Builds editions of one audience, one after the other; each folder is as it was until the new site stands beside it. An edition of
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
  let start = performance.now();
  let coming = sites[0] && work.datasets(sites[0].edition);
  for (const [at, {edition, folder, inputs}] of sites.entries()) {
    const datasets = await coming!;
    const next = sites[at + 1];
    coming = next && work.datasets(next.edition);
    coming?.catch(() => {}); // told when it is waited for
    await work.pages(datasets, folder, {promised, alike: known});
    keepRecord(projectRoot, folder, {sources, inputs, remarks: []});
    known = folder;
    const milliseconds = Math.round(performance.now() - start);
    start = performance.now();
    tell({name: edition.name, folder, isUnchanged: false, milliseconds});
  }
}

/** The two steps of an edition, with what they share. */
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
  const has = (page: string) => isPageOf(rules, page);
  const files = markdownFiles(join(projectRoot, "src"));
  const all = findDatasets();
  const datasets = datasetsRead(
    files.filter((file) => has(file.slice(0, -".md".length))),
    all,
  );
  const settings = {
    ...settingsFor(whole.snapshot),
    ...{SITE_AUDIENCE: audience, SITE_BASE: base, SITE_DATASETS: "made"},
    OBSERVABLE_TELEMETRY_DISABLE: "true",
  };
  const code = datasets.filter(({language}) => language === "ts").map(({loader}) => loader);
  const opening = open();
  opening.catch(() => {}); // told by the first that needs it

  async function open() {
    // beside what is taken by keys, the day that the heads of pages name
    const wanted = [
      "data/freshness.json",
      ...takenWhole(datasets, rules).map(({target}) => target),
    ];
    refuse(failuresOf(await makeDatasets({env, only: new Set(wanted)})));
    holdTo(settings);
    const loaders = await openTsLoaders(code, {...env, ...settings});
    const pages = await openEditionPages(has);
    return {loaders, process: loaders.open(), pages};
  }

  return {
    /** Makes the datasets of an edition; comes back with their folder. */
    async datasets(edition: Edition): Promise<string> {
      const {process} = await opening;
      const folder = join(place, editionFolder(edition));
      const cut = await whole.cut(edition, rules);
      await makeEditionDatasets(datasets, {rules, whole, cut, folder, loaders: process});
      return folder;
    },
    /** Builds the pages over them and puts the site in its place. */
    async pages(
      made: string,
      folder: string,
      {promised, alike}: {promised: Promised; alike: string | undefined},
    ): Promise<void> {
      const {pages} = await opening;
      const aside = join(place, "site");
      try {
        await pages.build(made, aside);
        unlinkMissing(aside, {base});
        await publishFolder(aside, folder, {base, promised, alike, first: rules.first});
      } finally {
        for (const path of [aside, made]) rmSync(path, {recursive: true, force: true});
      }
    },
    async close(): Promise<void> {
      const opened = await opening.catch(() => undefined);
      await opened?.loaders.close();
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
