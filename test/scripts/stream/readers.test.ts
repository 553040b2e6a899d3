import {type ChildProcess, spawn} from "node:child_process";
import {once} from "node:events";
import {mkdirSync} from "node:fs";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {projectRoot} from "../../../loaders/environment.js";
import {clearStream} from "../../../scripts/seed/live/liveFile.js";
import {forgetPlaces, notePlace, readerPlaces} from "../../../scripts/stream/readers.js";
import {temporaryFolder} from "../../support/tinyBank.js";

const folder = temporaryFolder("places");
let reader: ChildProcess | undefined;
afterAll(() => void reader?.kill("SIGKILL"));

describe("forgetPlaces(folder)", () => {
  it("forgets how far all readers have come", () => {
    for (const name of ["live", "live-post"]) notePlace(folder, {name, batch: 3});
    expect(readerPlaces(folder)).toHaveLength(2);
    forgetPlaces(folder);
    expect(readerPlaces(folder)).toEqual([]);
  });

  it("may come while a reader notes its place, as where a stream is begun anew that a page follows", async () => {
    const stream = join(folder, "stream");
    mkdirSync(stream);
    reader = spawn(
      process.execPath,
      [
        ...["--import", "tsx", "--input-type", "module", "-e"],
        `import {notePlace} from "./scripts/stream/readers.ts";
         for (let batch = 1; ; batch++) {
           notePlace(${JSON.stringify(stream)}, {name: "live", batch});
           if (batch === 1) console.log("begins");
         }`,
      ],
      {cwd: projectRoot, stdio: ["ignore", "pipe", "inherit"]},
    );
    await once(reader.stdout!, "data");
    for (let round = 0; round < 2_000; round++) clearStream(stream);
    expect(reader.exitCode).toBeNull();
    await expect.poll(() => readerPlaces(stream)).toHaveLength(1);
  });
});
