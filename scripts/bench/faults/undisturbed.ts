/** Where a command leads that nobody disturbs, and what it takes. */
import {readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {preloaded, type Target} from "./disturbances.js";
import {changedParts, type Look, lookAt, pathsBelow} from "./look.js";
import type {Sandbox} from "./sandbox.js";
import type {State, Subject} from "./subject.js";

/** Where undisturbed runs lead. */
export interface End {
  readonly look: Look;
  readonly paths: ReadonlySet<string>;
}

/** Brings about both states, and measures the way. Throws where the same command leads elsewhere the second time. */
export async function undisturbed(
  sandbox: Sandbox,
  subject: Subject,
): Promise<{ends: readonly [End, End]; target: Omit<Target, "args">}> {
  const ends: End[] = [];
  const countFile = join(sandbox.temporary, "writes");
  const measured = {milliseconds: 0, writes: 0, bytes: 0};
  const options = {env: subject.env ?? {}};
  const order: readonly State[] = subject.isOneWay ? [1, 1] : [0, 1, 0];
  for (const state of order) {
    await subject.prepare?.(sandbox, subject.isOneWay ? 0 : state);
    if (subject.isOneWay) ends[0] ??= {look: await look(sandbox, subject), paths: pathsOf(sandbox)};
    const [start, used] = [performance.now(), sandbox.usedBytes];
    let most = used;
    const watch = setInterval(() => {
      most = Math.max(most, sandbox.usedBytes);
    }, 20);
    const {stdout} = await sandbox
      .run(subject.args(state), {...options, node: preloaded({count: countFile})})
      .finally(() => clearInterval(watch));
    measured.milliseconds = performance.now() - start;
    measured.bytes = subject.prints ? stdout.length : Math.max(measured.bytes, most - used, 8192);
    measured.writes = Math.max(measured.writes, Number(readFileSync(countFile, "utf8")));
    rmSync(countFile);
    const end = {look: await look(sandbox, subject), paths: pathsOf(sandbox)};
    const known = ends[state];
    if (known && ends.length === 2) {
      const changed = changedParts(end.look, known.look);
      if (changed.length > 0)
        throw new Error(`${subject.name} leads elsewhere: ${changed.join(", ")}`);
    }
    ends[state] = end;
  }
  return {
    ends: [ends[0]!, ends[1]!],
    target: {
      sandbox,
      options,
      beside: subject.beside ?? [],
      prints: subject.prints ?? false,
      ...measured,
    },
  };
}

/** What a subject changes, as it is now. */
export async function look(sandbox: Sandbox, subject: Subject): Promise<Look> {
  const files = lookAt(sandbox.folder, subject.parts);
  return subject.look ? new Map([...files, ...(await subject.look(sandbox))]) : files;
}

/** All paths of a sandbox, as they are now. */
export const pathsOf = ({folder, temporary}: Sandbox) =>
  new Set([
    ...pathsBelow(folder),
    ...[...pathsBelow(temporary)].map((path) => `temporary/${path}`),
  ]);
