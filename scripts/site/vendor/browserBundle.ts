import type {BuildOptions} from "esbuild";

/** How packages are bundled for the reader's browser; the targets are Framework's own. */
export const browserBundle = {
  bundle: true,
  format: "esm",
  platform: "browser",
  target: ["es2022", "chrome96", "firefox96", "safari16"],
  define: {"process.env.NODE_ENV": '"production"'},
  minify: true,
  legalComments: "none",
  logLevel: "warning",
} satisfies BuildOptions;
