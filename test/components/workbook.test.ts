import {strFromU8, unzipSync} from "fflate";
import {expect, it} from "vitest";
import {workbook} from "../../src/components/workbook.js";

it("workbook(rows, columns, name) is a sheet of typed cells under a header in words", async () => {
  const rows = [
    {name: "Ada & Co", booked_on: new Date("2026-10-31"), amount_eur: -12.5, share: 0.25},
    {name: "Bo", booked_on: null, amount_eur: null, share: 1},
  ];
  const columns = (["name", "booked_on", "amount_eur", "share"] as const).map((key) => ({key}));
  const file = await workbook(rows, columns, "a-name-that-is-longer-than-a-sheet-may-have");
  const entries = unzipSync(new Uint8Array(await file.arrayBuffer()));
  const part = (name: string) => strFromU8(entries[name]!);
  const sheet = part("xl/worksheets/sheet1.xml");
  expect(sheet.match(/<row /g)).toHaveLength(3);
  // 31 October 2026 in the days of a spreadsheet, whatever the time zone of the reader
  expect(sheet).toMatch(/<v>46326<\/v>/);
  expect(sheet).toMatch(/<v>-12\.5<\/v>.*<v>0\.25<\/v>/);
  expect(part("xl/sharedStrings.xml")).toContain("Ada &amp; Co");
  expect(part("xl/sharedStrings.xml")).toContain("Booked on");
  expect(part("xl/styles.xml")).toContain("d mmm yyyy");
  expect(part("xl/workbook.xml")).toContain('name="a-name-that-is-longer-than-a-sh"');
});
