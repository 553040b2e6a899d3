/** Checks the pages in a process of its own, and prints what it has found as JSON: for the preview, which goes on meanwhile. */
import {checkPages} from "./checkPages.js";

process.stdout.write(JSON.stringify(await checkPages()));
