/** `npm run check:leaks`: whether a built site tells what its audience may not see. */
import {join} from "node:path";
import {EditionError, editionOf} from "../loaders/editions/edition.js";
import {openWholeBank} from "../loaders/editions/editionBank.js";
import {projectRoot} from "../loaders/environment.js";
import {log} from "../loaders/log.js";
import {ensureSnapshot} from "../loaders/snapshot/snapshot.js";
import {findLeaks} from "./leaks/findLeaks.js";
import {privateWords} from "./leaks/privateWords.js";
import {readOptions} from "./terminal/options.js";

const {folder, edition: name} = readOptions({
  usage: "npm run check:leaks --",
  summary:
    "Unpacks every file of a built edition and looks for each name, number, address and description of the bank that it should be without.",
  options: {
    folder: {type: "text", default: "dist", help: "the built site"},
    edition: {type: "text", default: "public", help: "for whom it was built, as in npm run build"},
  },
});

const shown = 20;

/** What Framework takes packages from. */
const packageCache = join(projectRoot, "src/.observablehq/cache");

try {
  const request = editionOf(name);
  if (!request) throw new EditionError("admin sees the whole bank: there is nothing to look for");
  const snapshot = await ensureSnapshot();
  const bank = await openWholeBank(snapshot);
  const edition = await bank.resolve(request).finally(() => bank.close());
  const words = await privateWords(snapshot, edition);
  const leaks = await findLeaks(folder, words, {packages: packageCache});
  for (const {file, word} of leaks.slice(0, shown))
    process.stderr.write(`${file}: ${JSON.stringify(word)}\n`);
  if (leaks.length > shown) process.stderr.write(`… and ${leaks.length - shown} more\n`);
  process.stdout.write(
    `${leaks.length} of ${words.forbidden.size} texts that ${name} may not see are in ${folder}\n`,
  );
  if (leaks.length > 0) process.exitCode = 1;
} catch (error) {
  log.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
