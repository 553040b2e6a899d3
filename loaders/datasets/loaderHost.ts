/**
 * A process that runs TypeScript loaders one after the other (`loaderProcess.ts`), each as it would run alone: what is left to
 * do when a loader's module has been read belongs to it too, and it has ended when nothing is left. Modules that
 * several loaders import, and the snapshot that they read, are opened once.
 */
import {ftruncateSync, writeSync} from "node:fs";
import {pathToFileURL} from "node:url";
import {environment, holdTo, projectRoot} from "../environment.js";
import {forgetInputs, inputsRead} from "../inputFiles.js";
import {failureText} from "./loaderFailure.js";
import type {LoaderRun} from "./loaderProcess.js";

/** Where the notes of what was read by name go; 1 and 2 are the loader's own. */
const notesFile = 3;

let count = 0;
let running = "";
let isRunning = false;
let isRead = false;

process.on("message", ({loader, file, args, settings = {}}: LoaderRun) => {
  holdTo(settings);
  process.argv.splice(1, Number.POSITIVE_INFINITY, file, ...args);
  process.exitCode = undefined;
  forgetInputs();
  count += 1;
  running = loader;
  isRunning = true;
  isRead = false;
  // else the wait for the next message would keep this one from ending
  process.channel!.unref();
  // a loader that runs for the second time, with other parameters, is another module
  void import(`${pathToFileURL(file)}?${count}`).then(() => {
    isRead = true;
  });
});

process.on("beforeExit", () => {
  if (!isRunning) return;
  if (!isRead) {
    process.stderr.write("waits for what never comes (see its await)\n");
    process.exitCode = 13; // as Node has it
  }
  writeNotes();
  isRunning = false;
  process.channel!.ref();
  process.send!({code: Number(process.exitCode ?? 0), memory: process.memoryUsage.rss()});
  process.exitCode = undefined;
});

process.on("uncaughtException", (error) => {
  process.stderr.write(`${failureText(error, running, projectRoot)}\n`);
  if (environment.LOG_LEVEL === "debug") process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});

process.on("exit", () => {
  if (isRunning) writeNotes();
});

function writeNotes(): void {
  ftruncateSync(notesFile);
  writeSync(notesFile, JSON.stringify(inputsRead()));
}
