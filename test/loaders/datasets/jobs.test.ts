import {expect, it} from "vitest";
import type {Dataset} from "../../../loaders/datasets/dataset.js";
import {jobsOf} from "../../../loaders/datasets/jobs.js";
import type {MadeEntry} from "../../../loaders/datasets/made.js";

const dataset = (target: string, language: "sql" | "ts"): Dataset => {
  return {target, loader: `${target}.${language}`, language, output: target, parameters: {}};
};
const took = (milliseconds: number): MadeEntry => {
  return {inputs: "", files: {}, byteCount: 0, outputHash: "", rowCount: null, milliseconds};
};

const datasets = [
  ...["short", "long"].map((name) => dataset(name, "sql")),
  ...["alone", "one", "two", "known"].map((name) => dataset(name, "ts")),
];
const made = new Map([
  ["known", took(500)],
  ["long", took(900)],
  ["short", took(10)],
]);
const readersOf = (loader: string) => (/^(one|two)/.test(loader) ? ["legs.ts"] : []);

it("jobsOf(datasets, made, loaders) gives new loaders first, then the longest, and what is read together to one worker", () => {
  const jobs = jobsOf(datasets, made, {readersOf});
  const next = (worker: number) => jobs.next(worker)?.target;
  expect([next(0), next(1)]).toEqual(["one", "alone"]);
  expect([next(1), next(0)]).toEqual(["long", "two"]);
  expect([next(1), next(1), next(0)]).toEqual(["known", "short", undefined]);
});

it("jobsOf(datasets, made, loaders) leaves nobody without work: what is read together is shared at the end", () => {
  const jobs = jobsOf(datasets.slice(3, 5), made, {readersOf});
  expect([jobs.next(0)?.target, jobs.next(1)?.target]).toEqual(["one", "two"]);
});

it("jobsOf(datasets, made, loaders, wanted) gives first what somebody waits for by then, and the shortest before the longest", () => {
  const wanted = new Set(["two"]);
  const jobs = jobsOf(datasets, made, {readersOf}, wanted);
  const next = () => jobs.next(0)?.target;
  expect([next(), next()]).toEqual(["two", "short"]);
  wanted.add("long");
  expect([next(), next()]).toEqual(["long", "known"]);
});
