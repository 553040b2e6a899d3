import {environment} from "../../loaders/environment.js";
import {maybeBrowser, noBrowser} from "../../scripts/site/browser.js";

/** Whether browser tests can run here. In CI they must: there they fail where no browser is found. */
export const browserTest: boolean =
  maybeBrowser(environment) !== undefined || environment.CI !== undefined;

if (!browserTest) process.stderr.write(`browser tests are skipped: ${noBrowser}\n`);
