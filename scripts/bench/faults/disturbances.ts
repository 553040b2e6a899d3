/** The ways to disturb a command at work. */
import {closeSync, openSync, rmSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {pathToFileURL} from "node:url";
import {projectRoot} from "../../../loaders/environment.js";
import type {Ended, RunOptions, Sandbox} from "./sandbox.js";

/** A command that is to be disturbed, and what it takes undisturbed. */
export interface Target {
  readonly sandbox: Sandbox;
  readonly args: readonly string[];
  readonly options: RunOptions;
  /** What may run at the same time. */
  readonly beside: readonly (readonly string[])[];
  readonly milliseconds: number;
  /** How often it writes. */
  readonly writes: number;
  /** What it needs of the disk. */
  readonly bytes: number;
  /** Whether its work is what it prints. */
  readonly prints: boolean;
}

export interface Disturbed {
  /** How the command ended, and what ran at the same time. */
  readonly ends: readonly Ended[];
  /** What was done, to be told. */
  readonly detail: string;
  /** Whether it was ended from outside, and could say nothing. */
  readonly isKilled: boolean;
  /** Whether another command has worked on the same files. */
  readonly isShared?: boolean;
}

type Random = () => number;

export const disturbances = {
  "killed at a moment": killedAtMoment,
  "killed at a write": killedAtWrite,
  "disk full": diskFull,
  "read-only": readOnly,
  "another's files": anothersFiles,
  "short files": shortFiles,
  "few files": fewFiles,
  "little memory": littleMemory,
  "twice at once": twiceAtOnce,
  "beside another": besideAnother,
} satisfies Record<string, (target: Target, random: Random) => Promise<Disturbed>>;

export type DisturbanceName = keyof typeof disturbances;

/** Those for which the sandbox has to be a file system of its own. */
export const ofDisk: ReadonlySet<DisturbanceName> = new Set([
  "disk full",
  "read-only",
  "another's files",
]);

async function killedAtMoment(target: Target, random: Random): Promise<Disturbed> {
  const {sandbox, args, options, milliseconds} = target;
  const signal = (["SIGKILL", "SIGTERM", "SIGINT"] as const)[Math.floor(random() * 3)]!;
  const delay = random() * milliseconds * 1.05;
  const {child, ended} = sandbox.start(args, options);
  await Promise.race([sleep(delay), ended]);
  child.kill(signal);
  const end = await ended;
  const detail = `${signal} after ${Math.round(delay)} ms`;
  return {ends: [end], detail, isKilled: end.signal === signal};
}

const killer = pathToFileURL(join(projectRoot, "scripts/bench/faults/killAtWrite.mjs"));

/** Arguments of Node that preload the module that kills at a write or counts them. */
export function preloaded(search: Record<string, string>): string[] {
  return ["--import", `${killer.href}?${new URLSearchParams(search)}`];
}

async function killedAtWrite(target: Target, random: Random): Promise<Disturbed> {
  const {sandbox, args, options, writes} = target;
  const at = 1 + random() * writes;
  const node = preloaded({at: at.toFixed(2)});
  const end = await sandbox.start(args, {...options, node}).ended;
  const detail = `SIGKILL at write ${at.toFixed(2)} of ${writes}`;
  return {ends: [end], detail, isKilled: end.signal === "SIGKILL"};
}

async function diskFull(target: Target, random: Random): Promise<Disturbed> {
  const {sandbox, args, options, bytes, prints} = target;
  const room = Math.floor(random() * bytes * 1.1);
  const printed = join(sandbox.temporary, "printed");
  const output = prints ? openSync(printed, "w") : undefined;
  try {
    const end = await sandbox.withRoom(
      room,
      () => sandbox.start(args, output === undefined ? options : {...options, output}).ended,
    );
    return {ends: [end], detail: `${room} bytes left of the ${bytes} it takes`, isKilled: false};
  } finally {
    if (output !== undefined) closeSync(output);
    rmSync(printed, {force: true});
  }
}

async function shortFiles(target: Target, random: Random): Promise<Disturbed> {
  const {sandbox, args, options, bytes} = target;
  const most = Math.floor(random() * bytes);
  const end = await sandbox.start(args, {...options, under: ["prlimit", `--fsize=${most}`]}).ended;
  return {ends: [end], detail: `files of ${most} bytes at most`, isKilled: false};
}

async function readOnly({sandbox, args, options}: Target): Promise<Disturbed> {
  const end = await sandbox.readOnly(() => sandbox.start(args, options).ended);
  return {ends: [end], detail: "the file system is read-only", isKilled: false};
}

async function anothersFiles({sandbox, args, options}: Target): Promise<Disturbed> {
  const nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
  const end = await sandbox.start(args, {...options, under: nobody}).ended;
  return {ends: [end], detail: "run by nobody, over the files of root", isKilled: false};
}

async function fewFiles({sandbox, args, options}: Target, random: Random): Promise<Disturbed> {
  const most = Math.round(18 + random() * 40);
  const under = ["prlimit", `--nofile=${most}:${most}`];
  const end = await sandbox.start(args, {...options, under}).ended;
  return {ends: [end], detail: `${most} open files at most`, isKilled: false};
}

/** The engine ends a process that is short of memory, often without a word: that is as a kill. */
async function littleMemory({sandbox, args, options}: Target, random: Random): Promise<Disturbed> {
  if (random() < 0.5) {
    const megabytes = Math.round(6 + random() * 40);
    const node = [`--max-old-space-size=${megabytes}`];
    const end = await sandbox.start(args, {...options, node}).ended;
    return {ends: [end], detail: `${megabytes} MB of heap`, isKilled: end.signal !== null};
  }
  const megabytes = Math.round(30 + random() * 300);
  const under = ["prlimit", `--data=${megabytes * 2 ** 20}`];
  const end = await sandbox.start(args, {...options, under}).ended;
  return {ends: [end], detail: `${megabytes} MB of memory`, isKilled: end.signal !== null};
}

async function twiceAtOnce(target: Target, random: Random): Promise<Disturbed> {
  return atOnce(target, target.args, random);
}

async function besideAnother(target: Target, random: Random): Promise<Disturbed> {
  const {beside} = target;
  const other = beside[Math.floor(random() * beside.length)]!;
  return {...(await atOnce(target, other, random)), isShared: true};
}

async function atOnce(
  {sandbox, args, options, milliseconds}: Target,
  other: readonly string[],
  random: Random,
): Promise<Disturbed> {
  // half of them at the same instant, where what they do is closest
  const delay = random() < 0.5 ? 0 : random() * milliseconds;
  const first = sandbox.start(args, options);
  await sleep(delay);
  const second = sandbox.start(other, options);
  const ends = await Promise.all([first.ended, second.ended]);
  return {ends, detail: `${other[0]} after ${Math.round(delay)} ms`, isKilled: false};
}
