import {readFileSync} from "node:fs";
import {join} from "node:path";
import {fontPackages} from "../fonts.js";
import {
  dsvWithoutNewFunction,
  htlWithoutEventAttributes,
  patching,
  plotFacetsWithRoles,
  plotWithRoles,
} from "./patches.js";
import type {VendoredPackage} from "./vendoredPackage.js";

export const vendoredPackages: readonly VendoredPackage[] = [
  {name: "htl", plugins: [patching(htlWithoutEventAttributes)]},
  {name: "isoformat"},
  {name: "d3-dsv", plugins: [patching(dsvWithoutNewFunction)]},
  {name: "d3", shares: ["d3-dsv"]},
  {name: "@observablehq/plot", plugins: [patching(plotWithRoles), patching(plotFacetsWithRoles)]},
  {name: "d3-sankey"},
  {name: "apache-arrow"},
  {
    name: "@duckdb/duckdb-wasm",
    pathVersion: "1.29.0",
    entry: "scripts/site/vendor/duckdbWasm.ts",
    shares: ["apache-arrow"],
    files: ["dist/duckdb-eh.wasm", "dist/duckdb-browser-eh.worker.js"],
    emptyFiles: ["dist/duckdb-mvp.wasm", "dist/duckdb-browser-mvp.worker.js"],
  },
  ...fontPackages,
];

/**
 * Packages whose version Framework looks up, only because its standard library could import them on demand.
 * An empty folder answers it; a page that does import one fails in the build, by name.
 */
export const absentPackages: readonly string[] = [
  "@observablehq/sample-datasets",
  "arquero",
  "echarts",
  "leaflet",
  "lodash",
  "mapbox-gl",
  "parquet-wasm",
  "react",
  "react-dom",
  "topojson-client",
];

/**
 * The installed version of each vendored package, by name. Throws where `node_modules` and the lock file
 * disagree, because the site would then hold something else than what was reviewed.
 */
export function lockedVersions(projectRoot: string): ReadonlyMap<string, string> {
  const lock = readJson(join(projectRoot, "package-lock.json")) as {
    packages: Record<string, {version: string} | undefined>;
  };
  return new Map(
    vendoredPackages.map(({name}) => {
      const folder = `node_modules/${name}`;
      const locked = lock.packages[folder]?.version;
      const installed = (readJson(join(projectRoot, folder, "package.json")) as {version: string})
        .version;
      if (installed !== locked) {
        throw new Error(
          `installed ${name} ${installed} is not the locked version: ${locked} (run npm ci)`,
        );
      }
      return [name, installed];
    }),
  );
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
