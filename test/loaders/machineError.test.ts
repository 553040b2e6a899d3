import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {errorWords, maybeMachineError} from "../../loaders/machineError.js";
import {temporaryFolder} from "../support/tinyBank.js";

describe("maybeMachineError(error)", () => {
  it.each([
    ["ENOSPC: no space left on device, write", "the disk is full"],
    ["IO Error: Could not write file: No space left on device", "the disk is full"],
    ["EROFS: read-only file system, open 'a'", "the file system is read-only"],
    ["EACCES: permission denied, mkdir 'a'", "this user may not write or read here"],
    ["EMFILE: too many open files, open 'a'", "too many files are open"],
    ["EFBIG: file too large, write", "a file would be larger than this user may write"],
    ["std::bad_alloc", "there is too little memory"],
    ["memory allocation of 212 bytes failed", "there is too little memory"],
    ["ENOENT: no such file or directory, mkdir 'a'", "a folder cannot be made"],
    [
      "ENOSPC: System limit for number of file watchers reached, watch 'a'",
      "too many files are watched",
    ],
  ])("says of %j that %s, and what to do", (message, words) => {
    expect(maybeMachineError(new Error(message))).toMatch(
      new RegExp(`^${words}: .* \\([a-z][^()]+\\)$`),
    );
  });

  it("names the line of many that tells", () => {
    expect(
      maybeMachineError("frameworkBuild.ts failed:\n  Error: ENOSPC: no space left\n    at a"),
    ).toBe("the disk is full: Error: ENOSPC: no space left (free some space and run it again)");
  });

  it("takes what Node throws", () => {
    const folder = temporaryFolder("machine");
    try {
      writeFileSync(join(folder, "not/there"), "");
    } catch (error) {
      expect(maybeMachineError(error)).toBeUndefined();
      expect(errorWords(error)).toMatch(/^ENOENT: no such file or directory, open /);
    }
    expect.assertions(2);
  });
});
