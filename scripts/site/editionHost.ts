/** The other side of `editionProcess.ts`: Framework and the packages that it has read are there once for many editions. */
import type {Audience} from "../../loaders/editions/edition.js";
import {isPageOf, readRules} from "../../loaders/editions/rules.js";
import {environment} from "../../loaders/environment.js";
import {openEditionPages} from "./editionPages.js";
import type {OrderEnd, SiteOrder} from "./editionProcess.js";
import {publishFolder, standing} from "./publishFolder.js";
import {unlinkMissing} from "./unlinkMissing.js";

const rules = readRules(environment.SITE_AUDIENCE as Audience);
const opening = openEditionPages((page) => isPageOf(rules, page));
opening.catch(() => {}); // told by the first order

process.on("message", (order: SiteOrder) => {
  void build(order).then(
    () => tell({error: undefined}),
    (error: Error) => tell({error: error.message}),
  );
});

async function build({datasets, aside, folder, ...options}: SiteOrder): Promise<void> {
  const pages = await opening;
  await pages.build(datasets, aside, standing(folder, options));
  unlinkMissing(aside, options);
  await publishFolder(aside, folder, options);
}

function tell(end: OrderEnd): void {
  process.send!(end);
}
