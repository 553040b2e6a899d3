import {fork, spawnSync} from "node:child_process";
import {once} from "node:events";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import {basename, dirname, join} from "node:path";
import {describe, expect, it, onTestFinished, vi} from "vitest";
import {isAlive, ownPath, temporaryPath} from "../../loaders/abandoned.js";
import {projectRoot} from "../../loaders/environment.js";
import {
  clearReplacements,
  isBeingReplaced,
  partialFolder,
  replaceFolder,
} from "../../loaders/replacedFolder.js";
import {writeAside} from "../../loaders/writeAside.js";
import {temporaryFolder} from "../support/tinyBank.js";

const deadPid = spawnSync(process.execPath, ["--version"]).pid;

describe("ownPath(path)", () => {
  it("is new each time, and makes nothing", () => {
    const folder = temporaryFolder("own");
    const paths = [ownPath(join(folder, "work")), ownPath(join(folder, "work"))];
    expect(new Set(paths).size).toBe(2);
    expect(basename(paths[0]!)).toMatch(new RegExp(`^work-${process.pid}-[0-9a-f]{8}$`));
    expect(readdirSync(folder)).toEqual([]);
  });

  it("removes what dead processes left under the name, and nothing else", () => {
    const folder = temporaryFolder("own");
    const [dead, alive] = [`work-${deadPid}-12345678`, `work-${process.pid}-12345678`];
    const kept = [alive, `other-${deadPid}-12345678`, "work-notes", `network-${deadPid}-1`];
    for (const name of [dead, `${dead}-old`, ...kept])
      mkdirSync(join(folder, name, "deep"), {recursive: true});
    ownPath(join(folder, "work"));
    expect(readdirSync(folder).sort()).toEqual(kept.sort());
  });

  it("says of a process whether it lives", () => {
    expect([process.pid, 1, deadPid].map(isAlive)).toEqual([true, true, false]);
  });
});

describe("temporaryPath()", () => {
  const inFolder = (folder: string) => {
    vi.stubEnv("TMPDIR", folder);
    onTestFinished(() => void vi.unstubAllEnvs());
  };

  it("is in a folder that nobody else may look into", () => {
    inFolder(temporaryFolder("tmp"));
    const folder = dirname(temporaryPath());
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it("is refused where something else stands there", () => {
    const folder = temporaryFolder("tmp");
    inFolder(folder);
    const elsewhere = temporaryFolder("elsewhere");
    symlinkSync(elsewhere, join(folder, `countinghouse-${process.getuid!()}`));
    expect(temporaryPath).toThrow(/is not a folder of this user's .*TMPDIR/);
  });

  it.runIf(process.getuid!() === 0)("is refused where it is somebody else's folder", () => {
    const folder = temporaryFolder("tmp");
    inFolder(folder);
    const theirs = join(folder, "countinghouse-0");
    mkdirSync(theirs);
    chownSync(theirs, 65534, 65534);
    expect(temporaryPath).toThrow(/TMPDIR/);
  });
});

describe("writeAside(file, content)", () => {
  it("removes what killed processes left half written in the folder", () => {
    const folder = temporaryFolder("aside");
    writeFileSync(join(folder, `old.csv.${deadPid}.tmp`), "ha");
    writeFileSync(join(folder, `new.csv.${process.ppid}.tmp`), "ha");
    writeAside(join(folder, "a.csv"), "whole");
    expect(readdirSync(folder).sort()).toEqual(["a.csv", `new.csv.${process.ppid}.tmp`]);
  });

  it("leaves nothing where it fails", () => {
    const folder = temporaryFolder("aside");
    mkdirSync(join(folder, "a.csv/in-the-way"), {recursive: true});
    expect(() => writeAside(join(folder, "a.csv"), "whole")).toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
    expect(readdirSync(folder)).toEqual(["a.csv"]);
  });
});

describe("a folder that is replaced", () => {
  const made = (target: string, text: string) => {
    mkdirSync(target, {recursive: true});
    writeFileSync(join(target, "bank"), text);
  };

  it("is the new one afterwards, with nothing beside it", () => {
    const folder = temporaryFolder("replaced");
    const target = join(folder, "seed");
    made(target, "old");
    made(partialFolder(target), "new");
    expect(isBeingReplaced(target)).toBe(true);
    replaceFolder(target);
    expect(isBeingReplaced(target)).toBe(false);
    expect(readdirSync(folder)).toEqual(["seed"]);
  });

  it("is the old one again where its process died between the two renames", () => {
    const folder = temporaryFolder("replaced");
    const target = join(folder, "seed");
    made(`${target}.old-${deadPid}`, "old");
    made(`${target}.partial-${deadPid}`, "new");
    clearReplacements(target);
    expect(readdirSync(folder)).toEqual(["seed"]);
    expect(existsSync(join(target, "bank"))).toBe(true);
  });

  it("stays the new one where its process died with the old one still to remove", () => {
    const folder = temporaryFolder("replaced");
    const target = join(folder, "seed");
    made(target, "new");
    made(`${target}.old-${deadPid}`, "old");
    made(`${target}.partial-${process.ppid}`, "of a living process");
    clearReplacements(target);
    expect(readdirSync(folder).sort()).toEqual(["seed", `seed.partial-${process.ppid}`]);
  });

  it("is whole, and one of theirs, where several processes replace it at once", async () => {
    const folder = temporaryFolder("replaced");
    const target = join(folder, "seed");
    const contenders = Array.from({length: 3}, () =>
      fork(join(projectRoot, "test/support/folderContender.ts"), {execArgv: ["--import", "tsx"]}),
    );
    await Promise.all(contenders.map((contender) => once(contender, "message")));
    const ended = contenders.map(async (contender) => (await once(contender, "exit"))[0]);
    for (const contender of contenders) contender.send(target);
    expect(await Promise.all(ended)).toEqual([0, 0, 0]);
    expect(readdirSync(folder)).toEqual(["seed"]);
    const [a, b] = ["a", "b"].map((file) => readFileSync(join(target, file), "utf8"));
    expect(a).toBe(b);
  });
});
