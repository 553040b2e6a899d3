/**
 * A campaign of faults. Each round takes a command from one state to another and disturbs it on the way. What it
 * changes must then be whole, part by part: as before, or as after. What it says must be of use where it fails; and run
 * again without a disturbance it must end where an undisturbed run ends, with no file more and none fewer.
 */
import {rmSync} from "node:fs";
import {join} from "node:path";
import seedrandom from "seedrandom";
import {type DisturbanceName, type Disturbed, disturbances, ofDisk} from "./disturbances.js";
import {brokenParts, changedParts, type Look} from "./look.js";
import {copyFolder} from "./machine.js";
import {copyProject} from "./project.js";
import {Sandbox} from "./sandbox.js";
import type {State, Subject} from "./subject.js";
import {type End, look, pathsOf, undisturbed} from "./undisturbed.js";
import {wrongWords} from "./words.js";

/** What came of the rounds of one command with one way to disturb it. */
export interface Tally {
  readonly command: string;
  readonly disturbance: string;
  rounds: number;
  /** Rounds in which the command did not come to its end. */
  cut: number;
  /** Rounds that left files, which the next run removed. */
  left: number;
  losses: number;
}

export interface CampaignReport {
  readonly tallies: readonly Tally[];
  /** A text for each, with the round that shows it again. */
  readonly losses: readonly string[];
}

export interface Campaign {
  readonly subjects: readonly Subject[];
  /** How many rounds in all, which the subjects share. */
  readonly faults: number;
  readonly seed: string;
  /** An empty folder. */
  readonly scratch: string;
  readonly tell?: (line: string) => void;
}

/** Commands that need no TypeScript themselves once they are bundled. */
const bundled = [
  ...["seed", "new", "import", "data", "clean", "forecast", "holdings", "statement"],
  ...["db-load", "db-migrate"],
];

/** Subjects that are disturbed at the same time, each in a sandbox of its own: most of a round is one process. */
const lanes = 2;

export async function runCampaign(campaign: Campaign): Promise<CampaignReport> {
  const {subjects, faults, scratch, tell = () => {}} = campaign;
  const shares = subjects.reduce((sum, {share}) => sum + share, 0);
  const reports: CampaignReport[] = [];
  const waiting = subjects.entries();
  const lane = async () => {
    for (const [at, subject] of waiting) {
      const rounds = Math.ceil((faults * subject.share) / shares);
      reports[at] = await runRounds(subject, rounds, campaign).catch((error: Error) => {
        const loss = `${subject.name} could not be disturbed: ${error.message}`;
        tell(`LOSS ${loss}`);
        return {tallies: [], losses: [loss]};
      });
      rmSync(join(scratch, subject.name), {recursive: true, force: true});
    }
  };
  await Promise.all(Array.from({length: lanes}, lane));
  return {
    tallies: reports.flatMap(({tallies}) => tallies),
    losses: reports.flatMap(({losses}) => losses),
  };
}

async function runRounds(
  subject: Subject,
  rounds: number,
  {seed, scratch, tell = () => {}}: Campaign,
): Promise<CampaignReport> {
  const sandbox = new Sandbox();
  const tallies = new Map<string, Tally>();
  const losses: string[] = [];
  const pristine = join(scratch, subject.name);
  try {
    copyProject(sandbox.folder, subject.pages);
    await sandbox.run(["scripts/bench/faults/bundleCommands.ts", ...bundled]);
    await subject.setUp?.(sandbox);
    const {ends, target} = await undisturbed(sandbox, subject);
    copyFolder(sandbox.folder, pristine);
    const names = subject.disturbances.filter((name) => sandbox.isMounted || !ofDisk.has(name));
    let state: State = 0;
    for (let round = 0; round < rounds; round++) {
      const name = names[round % names.length]!;
      const place = `${subject.name}, round ${round}, ${name} (seed ${seed})`;
      const random = seedrandom(`${seed} ${subject.name} ${round}`);
      const next: State = subject.isOneWay || state === 0 ? 1 : 0;
      const tally = tallyOf(tallies, subject.name, name);
      tally.rounds += 1;
      await subject.prepare?.(sandbox, subject.isOneWay ? 0 : next);
      const before = {look: await look(sandbox, subject), paths: pathsOf(sandbox)};
      const disturbed = await disturbances[name]({...target, args: subject.args(next)}, random);
      await sandbox.untilQuiet();
      const problems = [
        ...(await problemsAfter(sandbox, subject, {
          disturbed,
          before: before.look,
          after: ends[next].look,
        })),
      ];
      if (disturbed.ends[0]!.code !== 0) tally.cut += 1;
      if (extra(pathsOf(sandbox), before.paths, ends[next].paths).length > 0) tally.left += 1;
      problems.push(...(await problemsOfNext(sandbox, subject, next, ends[next])));
      state = subject.isOneWay ? 0 : next;
      if (problems.length > 0) {
        tally.losses += 1;
        const loss = `${place}: ${disturbed.detail}:\n  ${problems.join("\n  ")}`;
        losses.push(loss);
        tell(`LOSS ${loss}`);
        sandbox.replaceWith(pristine);
        state = 0;
      }
      if ((round + 1) % 10 === 0)
        tell(`${subject.name}: ${round + 1} of ${rounds}, ${losses.length} losses`);
    }
  } finally {
    sandbox.close();
  }
  return {tallies: [...tallies.values()], losses};
}

/** What is wrong when a disturbed command has ended. */
async function problemsAfter(
  sandbox: Sandbox,
  subject: Subject,
  {disturbed, before, after}: {disturbed: Disturbed; before: Look; after: Look},
): Promise<string[]> {
  const problems: string[] = [];
  const seen = await look(sandbox, subject);
  const broken = subject.isStepwise ? [] : brokenParts(seen, before, after);
  if (broken.length > 0)
    problems.push(`neither as before nor as after: ${broken.slice(0, 5).join(", ")}`);
  const [end] = disturbed.ends;
  if (end!.code === 0 && !disturbed.isShared && changedParts(seen, after).length > 0)
    problems.push(
      `said that all is well, and is not there: ${changedParts(seen, after).slice(0, 5).join(", ")}`,
    );
  if (!disturbed.isKilled)
    problems.push(...disturbed.ends.flatMap((each) => wrongWords(each) ?? []));
  return problems;
}

/** What is wrong when it has been run again, in peace. */
async function problemsOfNext(
  sandbox: Sandbox,
  subject: Subject,
  state: State,
  {look: wanted, paths}: End,
): Promise<string[]> {
  const {code, stderr} = await sandbox.start(subject.args(state), {env: subject.env ?? {}}).ended;
  if (code !== 0 && !subject.isDone?.test(stderr))
    return [`the next run fails (${code}): ${stderr}`];
  const changed = changedParts(await look(sandbox, subject), wanted);
  const found = pathsOf(sandbox);
  const left = [...found].filter((path) => !paths.has(path));
  const missing = [...paths].filter((path) => !found.has(path));
  return [
    ...(changed.length > 0
      ? [`the next run leads elsewhere: ${changed.slice(0, 5).join(", ")}`]
      : []),
    ...(left.length > 0 ? [`the next run leaves: ${left.slice(0, 5).join(", ")}`] : []),
    ...(missing.length > 0 ? [`the next run lacks: ${missing.slice(0, 5).join(", ")}`] : []),
  ];
}

const extra = (found: ReadonlySet<string>, ...known: readonly ReadonlySet<string>[]) =>
  [...found].filter((path) => !known.some((paths) => paths.has(path)));

function tallyOf(
  tallies: Map<string, Tally>,
  command: string,
  disturbance: DisturbanceName,
): Tally {
  const known = tallies.get(disturbance);
  if (known) return known;
  const tally = {command, disturbance, rounds: 0, cut: 0, left: 0, losses: 0};
  tallies.set(disturbance, tally);
  return tally;
}
