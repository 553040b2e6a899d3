import {readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {copyProject, type ProjectCopy} from "../../support/projectCopy.js";

const loader = `select visits.city, visits.visit_count, cities.population
from own.my_visits as visits
join bank.cities using (city)
order by visits.city
`;

const newProject = (csv = "city,visit_count\nBerlin,2\nÉvora,1\n") =>
  copyProject({
    "my-visits.csv": csv,
    "visits.csv.sql": loader,
    "cities.csv.sql": "select city from bank.cities order by city\n",
    "total.json.ts": `import {withBank} from "../../loaders/datasets/bank.js";
await withBank((bank) => bank.query("select sum(visit_count) as total from own.my_visits"));
`,
  });

async function run(project: ProjectCopy) {
  const {stdout, stderr} = await project.run("scripts/data.ts");
  const states = Array.from(stdout.matchAll(/^data\/(\S+).* (made|fresh|failed)$/gm));
  return {states: Object.fromEntries(states.map(([, name, state]) => [name, state])), stderr};
}

const output = (project: ProjectCopy, name: string) =>
  readFileSync(join(project.root, "src/.observablehq/cache/data", name), "utf8");

describe("a CSV file in src/data", () => {
  it("is a table of loaders, joined with the bank, and what reads it is made again when it changes", async () => {
    const project = newProject();
    expect((await run(project)).states).toEqual({
      "cities.csv": "made",
      "total.json": "made",
      "visits.csv": "made",
    });
    expect(output(project, "visits.csv")).toBe(
      "city,visit_count,population\nBerlin,2,3700000\nÉvora,1,53000\n",
    );
    expect(JSON.parse(output(project, "total.json"))).toEqual([{total: 3}]);

    project.edit("src/data/my-visits.csv", "Berlin,2", "Berlin,5");
    expect((await run(project)).states).toEqual({
      "cities.csv": "fresh",
      "total.json": "made",
      "visits.csv": "made",
    });
    expect(output(project, "visits.csv")).toContain("Berlin,5,");

    project.edit("data/seed/cities.csv", "3700000", "3700001");
    expect((await run(project)).states["visits.csv"]).toBe("made");
    expect(Object.values((await run(project)).states)).toEqual(["fresh", "fresh", "fresh"]);
  });

  it("has numbers where they are written with decimal commas, and says which value is none", async () => {
    const project = newProject("city;visit_count\nBerlin;2,5\nÉvora;-1,25\n");
    const total = () => JSON.parse(output(project, "total.json"));
    await run(project);
    expect(total()).toEqual([{total: 1.25}]);
    project.edit("src/data/my-visits.csv", "-1,25", "1.000,25");
    project.edit("src/data/visits.csv.sql", "visits.visit_count,", "-visits.visit_count as less,");
    expect((await run(project)).stderr).toContain(
      'row 3 of src/data/my-visits.csv: visit_count is text by "1.000,25" (mend it, or cast the column)',
    );
  });

  it("that is missing, broken or half of text is said with file, row and the next step", async () => {
    const project = newProject("city,visit_count\nBerlin\n");
    expect((await run(project)).stderr).toContain(
      "src/data/visits.csv.sql: row 2 of src/data/my-visits.csv: invalid length: 1 values, the header has 2 (visit_count is missing)",
    );
    project.write("src/data/my-visits.csv", "city,visit_count\nBerlin,2\nParis,4\nÉvora,l\n");
    project.edit("src/data/visits.csv.sql", "visits.visit_count,", "sum(visits.visit_count),");
    expect((await run(project)).stderr).toContain(
      'row 4 of src/data/my-visits.csv: visit_count is text by "l" (mend it, or cast the column)',
    );
    rmSync(join(project.root, "src/data/my-visits.csv"));
    project.write("src/data/my-visit.csv", "city,visit_count\nBerlin,2\n");
    expect((await run(project)).stderr).toContain(
      "no table own.my_visits (did you mean my_visit?); a file src/data/my-visits.csv becomes that table",
    );
    project.write("src/data/visits.csv.sql", "select * from read_csv('src/data/my-visit.csv')\n");
    expect((await run(project)).stderr).toContain(
      "(a file src/data/my-list.csv is the table own.my_list)",
    );
  });
});
