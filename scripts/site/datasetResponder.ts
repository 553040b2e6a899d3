import {createReadStream} from "node:fs";
import type {ServerResponse} from "node:http";
import {join, relative} from "node:path";
import {pipeline} from "node:stream";
import type {DatasetReport} from "../../loaders/datasets/making.js";
import {filledPath} from "../../loaders/datasets/pagePaths.js";
import type {DevResponder} from "./devMessages.js";

/**
 * Answers `GET /dataset?loader=src/data/x.csv.sql&city=Porto`, by which the preview gets what a loader makes
 * (`askForDataset.ts`): the bytes as soon as `bring` has brought them up to date, or status 500 and what went wrong.
 */
export function datasetResponder(
  projectRoot: string,
  bring: (target: string) => Promise<DatasetReport>,
): Pick<DevResponder, "respond"> {
  const source = join(projectRoot, "src");
  return {
    respond(request, response) {
      const url = new URL(request.url ?? "/", "http://localhost");
      if (url.pathname !== "/dataset") return false;
      const {loader = "", ...parameters} = Object.fromEntries(url.searchParams);
      const file = relative(source, join(projectRoot, loader)).replaceAll("\\", "/");
      const target = filledPath(file.replace(/\.(sql|ts)$/, ""), parameters);
      void bring(target).then(
        (report) => send(response, report, join(source, ".observablehq/cache", target)),
        (error: Error) => response.writeHead(500).end(`${error.message}\n`),
      );
      return true;
    },
  };
}

function send(response: ServerResponse, {error}: DatasetReport, output: string): void {
  if (error !== null) response.writeHead(500).end(`${error}\n`);
  // where either ends early, so does the other: who asked sees that it is not whole
  else pipeline(createReadStream(output), response, () => {});
}
