import {readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {copyProject, type ProjectCopy} from "../../support/projectCopy.js";

const query = "select city from bank.cities order by city\n";
const newProject = () => {
  const project = copyProject({
    "places/[city].csv.sql": "select city, population from bank.cities where city = $city\n",
    "places/[city].json.ts": `import {parseArgs} from "node:util";
import {withBank} from "../../../loaders/datasets/bank.js";
const {values} = parseArgs({options: {city: {type: "string"}}});
await withBank(() => [values]);
`,
    "places.csv.sql": "select city from bank.cities order by city\n",
  });
  project.write("src/places/[city].md", "# A city\n");
  project.write("src/places/[city].sql", query);
  return project;
};

async function run(project: ProjectCopy) {
  const {stdout, stderr} = await project.run("scripts/data.ts");
  const states = Array.from(stdout.matchAll(/^data\/(.+?) {2,}.* (made|fresh|failed)$/gm));
  return {states: Object.fromEntries(states.map(([, name, state]) => [name, state])), stderr};
}

const output = (project: ProjectCopy, name: string) =>
  readFileSync(join(project.root, "src/.observablehq/cache/data", name), "utf8");

describe("a loader with brackets in its name", () => {
  it("makes a dataset for each page of the query, again only when it has to", async () => {
    const project = newProject();
    expect((await run(project)).states).toEqual({
      "places.csv": "made",
      "places/Berlin.csv": "made",
      "places/Berlin.json": "made",
      "places/Évora.csv": "made",
      "places/Évora.json": "made",
    });
    expect(output(project, "places/Évora.csv")).toBe("city,population\nÉvora,53000\n");
    expect(JSON.parse(output(project, "places/Évora.json"))).toEqual([{city: "Évora"}]);
    expect(new Set(Object.values((await run(project)).states))).toEqual(new Set(["fresh"]));

    project.write("src/places/[city].sql", "select 'Berlin' as city\n");
    const {stdout} = await project.run("scripts/data.ts");
    expect(stdout).toContain("data/places/Évora.csv removed: it is not made any more");
    rmSync(join(project.root, "src/places/[city].sql"));
    expect((await run(project)).states).toEqual({"places.csv": "fresh"});
  });

  it("is told the nearest parameter and column, once for all its pages", async () => {
    const project = newProject();
    project.edit("src/data/places/[city].csv.sql", "$city", "$citty");
    const {stderr} = await run(project);
    expect(stderr.split("no parameter $citty (did you mean city?)")).toHaveLength(2);
    project.write("src/places/[city].sql", "select city as town from bank.cities\n");
    expect((await run(project)).stderr).toContain(
      "src/places/[city].sql: no column city, which the file's name asks for (there are town)",
    );
  });

  it.each([
    ["Porto/Gaia", "it holds a slash"],
    ["100 %", "it holds a mark that ends or changes an address: ? # %"],
    ["a:b", "it holds a mark that a file cannot have"],
    [" Porto", "it begins or ends with a space or a dot"],
    ["Porto.js", "it would be taken for a file with an ending"],
    ["", "it is empty"],
  ])("refuses a page called %j: %s", async (name, reason) => {
    const project = newProject();
    project.write("src/places/[city].sql", `select '${name}' as city\n`);
    expect((await run(project)).stderr).toContain(
      `src/places/[city].sql: no page can be called ${JSON.stringify(name)}: ${reason} (leave it out, or write it otherwise: replace(city, '/', '-') as city)`,
    );
  });

  it("refuses two pages that some systems take for one", async () => {
    const project = newProject();
    project.write("src/places/[city].sql", "select unnest(['Porto', 'porto']) as city\n");
    expect((await run(project)).stderr).toContain(
      "src/places/[city].sql: two pages are called /places/porto (add distinct)",
    );
  });
});
