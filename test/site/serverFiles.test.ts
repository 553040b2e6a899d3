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

  const compose = read("docker/docker-compose.yaml");
  /** What stands below a name of the compose file: `x-confined`, or a service. */
  const part = (name: string) => {
    const text = name.startsWith("x-") ? compose : compose.slice(compose.indexOf("\nservices:"));
    return new RegExp(`^( *)${name}:.*\n((?:\\1 .*\n|\n)+)`, "m").exec(text)![2]!;
  };

  it("runs what makes and what serves the site without rights, on a file system that is only read", () => {
    expect(read("docker/Dockerfile")).toMatch(/^USER node$/m);
    const confined = part("x-confined");
    for (const setting of ["read_only: true", "cap_drop: [ALL]", "no-new-privileges:true"])
      expect(confined).toContain(setting);
    for (const name of ["x-countinghouse", "server"])
      expect(part(name), name).toContain("<<: *confined");
    for (const name of ["load", "build"]) expect(part(name), name).toContain("<<: *countinghouse");
    expect(part("server")).toMatch(/user: "[1-9]\d*:[1-9]\d*"/);
  });

  it("keeps the database to itself: another network than readers', this machine's ports, no root from outside", () => {
    expect(part("server")).toContain("networks: [readers]");
    for (const name of ["x-countinghouse", "mariadb"])
      expect(part(name), name).toContain("networks: [bank]");
    expect(part("mariadb")).toContain("MARIADB_ROOT_HOST: localhost");
    const ports = Array.from(compose.matchAll(/- "([^"]*:\d+)"$/gm), ([, port]) => port!);
    expect(ports.length).toBeGreaterThan(1);
    expect(ports.filter((port) => !port.startsWith("127.0.0.1:"))).toEqual([]);
  });

  it("names versions, and no latest", () => {
    const images = [
      ...Array.from(compose.matchAll(/^ +image: (.+)$/gm), ([, image]) => image!),
      .../^FROM (.+)$/m.exec(read("docker/Dockerfile"))!.slice(1),
    ].filter((image) => image !== "countinghouse");
    expect(images).toHaveLength(3);
    expect(images.filter((image) => !/:\d/.test(image))).toEqual([]);
  });

  it("the profile builds the site where its server finds it, with commands that there are", () => {
    const {scripts} = JSON.parse(read("package.json"));
    const commands = Array.from(compose.matchAll(/npm run ([\w:]+)/g), ([, name]) => name!);
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
    expect(compose).toContain("npm run build -- --output src/.observablehq/site");
    expect(compose).toContain("- site-made:/countinghouse/src/.observablehq");
    expect(compose).toContain("- site-made:/srv:ro");
    expect(read("docker/Caddyfile")).toContain("root * /srv/site");
  });
});
