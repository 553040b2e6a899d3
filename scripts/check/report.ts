/**
 * Checks the pages in a process of its own, and prints what it has found as JSON: for the preview, which goes on meanwhile,
 * and for a build, beside the datasets.
 */
import {besideDatasets, datasetsMade} from "../site/besideDatasets.js";
import {checkPages} from "./checkPages.js";

await besideDatasets(async () => {
  process.stdout.write(
    JSON.stringify(await checkPages({...(process.connected && {datasets: datasetsMade()})})),
  );
});
