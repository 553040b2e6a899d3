/** `npm run fonts`: narrows the fonts of their packages to what the site uses, and keeps them for builds. */

import {copyFileSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {projectRoot} from "../loaders/environment.js";
import {log} from "../loaders/log.js";
import {narrowFont} from "./site/fonts/narrowFont.js";
import {narrowFonts, usesOfFonts} from "./site/fonts.js";
import {readOptions} from "./terminal/options.js";

readOptions({
  usage: "npm run fonts",
  summary:
    "Takes the weights and letters that the site uses out of the font packages, and keeps them in scripts/site/fonts.",
  options: {},
});

for (const {package: name, file, ...used} of usesOfFonts) {
  const font = readFileSync(join(projectRoot, "node_modules", name, file));
  const narrow = await narrowFont(font, used);
  const path = join(projectRoot, narrowFonts, file);
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, narrow);
  copyFileSync(join(projectRoot, "node_modules", name, "LICENSE"), `${path}.LICENSE.txt`);
  log.info(`${file}: ${font.length} bytes, ${narrow.length} of them used`);
}
log.success(`${narrowFonts}: build the site again to use them`);
