import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {projectRoot} from "../../loaders/environment.js";
import {
  frameHeaders,
  keptFolders,
  pageHeaders,
  securityHeaders,
} from "../../scripts/site/serve/headers.js";
import {siteParts} from "../../scripts/site/workingCopy.js";

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
      expect(Object.fromEntries(headersIn(file, line))).toEqual({
        ...securityHeaders,
        ...pageHeaders,
        // such a host does not look at the query: who frames a page frames a figure
        ...(file === "_headers" ? frameHeaders("") : {}),
      });
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

describe("docker/", () => {
  const read = (file: string) => readFileSync(join(projectRoot, file), "utf8");
  const copied = Array.from(read("docker/Dockerfile").matchAll(/^COPY (.+) \S+$/gm), ([, files]) =>
    files!.split(" "),
  ).flat();

  it("the image holds all that makes the site, and is given no more", () => {
    expect(siteParts.filter((part) => !copied.includes(part))).toEqual([]);
    const allowed = Array.from(read(".dockerignore").matchAll(/^!(.+)$/gm), ([, file]) => file);
    expect(allowed.toSorted()).toEqual(copied.toSorted());
    expect(copied.filter((file) => !existsSync(join(projectRoot, file)))).toEqual([]);
  });

  it("the profile builds the site where its server finds it, with commands that there are", () => {
    const compose = read("docker/docker-compose.yaml");
    const {scripts} = JSON.parse(read("package.json"));
    const commands = Array.from(compose.matchAll(/npm run ([\w:]+)/g), ([, name]) => name!);
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
    expect(compose).toContain("npm run build -- --output src/.observablehq/site");
    expect(compose).toContain("- site-made:/countinghouse/src/.observablehq");
    expect(compose).toContain("- site-made:/srv:ro");
    expect(read("docker/Caddyfile")).toContain("root * /srv/site");
  });
});
