/** What Framework's cache holds under this name: `scripts/site/vendor/duckdbWasm.ts`. */
declare module "npm:@duckdb/duckdb-wasm" {
  export * from "@duckdb/duckdb-wasm";
}

declare module "npm:apache-arrow" {
  export * from "apache-arrow";
}
