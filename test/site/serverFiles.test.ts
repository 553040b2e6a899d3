import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {projectRoot} from "../../loaders/environment.js";
import {keptFolders, securityHeaders} from "../../scripts/site/serve/headers.js";

/** What a file for a server sets, by the names of headers in lower case. */
function headersIn(file: string, line: RegExp): [name: string, value: string][] {
  const text = readFileSync(join(projectRoot, "docker", file), "utf8").replace(/^\s*#.*$/gm, "");
  return Array.from(text.matchAll(line), ([, name, value]) => [name!.toLowerCase(), value!]);
}

describe("the settings of servers in docker/", () => {
  it.each([
    ["nginx.conf", /^\s*add_header ([\w-]+) "([^"]*)" always;$/gm],
    ["Caddyfile", /^\t\t([\w-]+) "([^"]*)"$/gm],
    ["_headers", /^ {2}((?!Cache-Control)[\w-]+): (.*)$/gm],
  ] as const)(
    "%s sets the headers for security that npm run serve sets, and no other",
    (file, line) => {
      expect(Object.fromEntries(headersIn(file, line))).toEqual(securityHeaders);
    },
  );

  it("_headers keeps each folder as long as npm run serve does", () => {
    const kept = headersIn("_headers", /^\/(\w+)\/\*\n {2}Cache-Control: (.*)$/gm);
    const expected = keptFolders.flatMap(({folders, cacheControl}) =>
      folders.map((folder) => [folder, cacheControl]),
    );
    expect(kept).toEqual(expected);
  });
});
