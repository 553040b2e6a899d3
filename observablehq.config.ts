import {join} from "node:path";
import {environment, projectRoot} from "./loaders/environment.js";
import {documentHead} from "./scripts/site/documentHead.js";
import {navigation} from "./scripts/site/pages.js";
import {withSqlCells} from "./scripts/site/sqlCells.js";
import {fillVendored} from "./scripts/site/vendor.js";

await fillVendored(projectRoot);

const node = ["node", "--import", "tsx"];
const base = environment.SITE_BASE ?? "/";

export default {
  root: "src",
  output: environment.SITE_OUTPUT ?? "dist",
  base,
  title: "Countinghouse",
  pages: navigation(join(projectRoot, "src")),
  search: true,
  toc: true,
  head: documentHead,
  footer: "Countinghouse is a simulated bank. No person, company or account in it is real.",
  style: "style/index.css",
  globalStylesheets: [],
  markdownIt: withSqlCells,
  interpreters: {".sql": [...node, "loaders/interpreter.ts"], ".ts": node},
  duckdb: {extensions: {json: null, parquet: null}},
};
