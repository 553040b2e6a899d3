import {mkdirSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {expect, it} from "vitest";
import {projectRoot} from "../../loaders/environment.js";
import {inputComparison, inputsRead, listInputs, readInput} from "../../loaders/inputFiles.js";
import {temporaryFolder} from "../support/tinyBank.js";

it("readInput(file) and listInputs(folder) note what was read, and the comparison sees each change of it", () => {
  const root = temporaryFolder("inputs");
  const folder = join(root, "queries");
  const file = join(folder, "cities.sql");
  mkdirSync(folder);
  writeFileSync(file, "select 1\n");
  expect(inputsRead()).toEqual({});
  expect(listInputs(folder)).toEqual(["cities.sql"]);
  expect(readInput(file)).toBe("select 1\n");
  const read = {...inputsRead()};
  expect(Object.keys(read)).toEqual([relative(projectRoot, folder), relative(projectRoot, file)]);
  const isUnchanged = () => inputComparison()(read);
  expect(isUnchanged()).toBe(true);

  writeFileSync(file, "select 2\n");
  expect(isUnchanged()).toBe(false);
  writeFileSync(file, "select 1\n");
  expect(isUnchanged()).toBe(true);

  writeFileSync(join(folder, "users.sql"), "select 3\n");
  expect(isUnchanged()).toBe(false);
  rmSync(join(folder, "users.sql"));
  expect(isUnchanged()).toBe(true);

  renameSync(file, join(root, "cities.sql"));
  expect(isUnchanged()).toBe(false);
});
