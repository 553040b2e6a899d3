import {spawn, spawnSync} from "node:child_process";
import {once} from "node:events";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import {join} from "node:path";
import {text} from "node:stream/consumers";
import {setTimeout as sleep} from "node:timers/promises";
import {beforeAll, describe, expect, it} from "vitest";
import {processesIn} from "../../scripts/bench/faults/machine.js";
import {plainEnvironment} from "../support/project.js";
import {copyPart} from "../support/site.js";
import {temporaryFolder} from "../support/tinyBank.js";

/** Only Linux tells what a process's folder is. */
describe.runIf(process.platform === "linux")("npm run build, killed", () => {
  const parent = temporaryFolder("killed");
  const folder = join(parent, "project");
  const temporary = join(parent, "temporary");

  beforeAll(async () => {
    await copyPart(folder, {loaders: ["freshness.json.ts"]});
    mkdirSync(temporary);
  });

  const build = () =>
    spawn(process.execPath, ["--import", "tsx", "scripts/build.ts"], {
      cwd: folder,
      env: {...plainEnvironment, TMPDIR: temporary},
      stdio: ["ignore", "ignore", "pipe"],
    });
  const cache = join(folder, "src/.observablehq");
  const asides = () =>
    existsSync(cache) ? readdirSync(cache).filter((name) => name.startsWith("build-")) : [];
  const bundles = () =>
    existsSync(join(cache, "loaders")) ? readdirSync(join(cache, "loaders")) : [];

  /** Kills the build once it has a child whose command holds `part`; all its processes are to end. */
  async function killWhile(part: string): Promise<void> {
    const child = build();
    const ended = once(child, "exit");
    const isThere = () => processesIn(folder).some((command) => command.includes(part));
    while (!isThere() && child.exitCode === null) await sleep(20);
    child.kill("SIGKILL");
    expect((await ended)[1]).toBe("SIGKILL");
    await expect.poll(() => processesIn(folder)).toEqual([]);
  }

  it("ends its loaders, also one that has an hour's work to do", async () => {
    const loader = join(folder, "src/data/0-slow.json.ts");
    writeFileSync(loader, "const end = Date.now() + 3_600_000;\nwhile (Date.now() < end);\n");
    await killWhile("src/.observablehq/loaders/");
    rmSync(loader);
  });

  it("ends Framework and its bundler", async () => {
    await killWhile("scripts/site/frameworkBuild.ts");
  });

  it("between the two renames of the sites leaves the old one to the next build, also one that fails", async () => {
    const dist = join(folder, "dist");
    mkdirSync(dist, {recursive: true});
    writeFileSync(join(dist, "index.html"), "the old site");
    const died = spawnSync(process.execPath, ["--version"]).pid;
    renameSync(dist, `${dist}.old-${died}`);
    const page = join(folder, "src/index.md");
    const right = readFileSync(page, "utf8");
    writeFileSync(page, `${right}\n\`\`\`js\nnoSuchName(1)\n\`\`\`\n`);
    const child = build();
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
    writeFileSync(page, right);
    expect(code, said).toBe(1);
    expect(readFileSync(join(dist, "index.html"), "utf8")).toBe("the old site");
    expect(existsSync(`${dist}.old-${died}`)).toBe(false);
  });

  it("leaves nothing that the next build does not clear, wherever it lies", async () => {
    const dead = `${spawnSync(process.execPath, ["--version"]).pid}-12345678`;
    const own = join(temporary, `countinghouse-${process.getuid!()}`);
    mkdirSync(join(own, `run-${dead}/deep`), {recursive: true});
    mkdirSync(join(cache, `build-${dead}`));
    rmSync(join(cache, "cache/data"), {recursive: true}); // a loader has to run, too
    const child = build();
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
    expect(code, said).toBe(0);
    expect(asides()).toEqual([]);
    expect(bundles()).toEqual([]);
    expect(readdirSync(own)).toEqual([]);
    const left = readdirSync(folder, {recursive: true, encoding: "utf8"}).filter(
      (file) =>
        /\.tmp$|\.building|\.lock$|\.partial-|\.old-/.test(file) &&
        !file.startsWith("node_modules"),
    );
    expect(left).toEqual([]);
  });
});
