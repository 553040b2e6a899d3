import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {editionFolder, editionOf} from "../../../loaders/editions/edition.js";
import {temporaryFolder} from "../../support/tinyBank.js";

const groupFile = (text: string) => {
  const file = join(temporaryFolder("group"), "my clients.txt");
  writeFileSync(file, text);
  return file;
};

describe("editionOf(text)", () => {
  it("takes the whole bank for the administrator's", () => {
    expect(editionOf("admin")).toBeUndefined();
  });

  it("knows the public, and one customer by kind and id", () => {
    expect(editionOf("public")).toEqual({name: "public", audience: "public", subjects: []});
    expect(editionOf("company:com-00012")).toEqual({
      name: "company:com-00012",
      audience: "company",
      subjects: ["com-00012"],
    });
  });

  it("reads a group from its file, an id in each line, sorted, each once", () => {
    const file = groupFile("ind-000019 # Ada\n\n# nobody\nind-000017\r\nind-000019\n");
    expect(editionOf(`group:${file}`)).toEqual({
      name: "group:my-clients",
      audience: undefined,
      subjects: ["ind-000017", "ind-000019"],
    });
  });

  it.each([
    [
      "firm:1",
      /unknown edition: "firm:1" \(use admin, public, company:ID, person:ID or group:FILE\)/,
    ],
    ["company", /unknown edition/],
    ["company:../x", /company:\.\.\/x: "\.\.\/x" cannot be an id/],
    ["group:no-such-file.txt", /no file no-such-file\.txt/],
  ])("refuses %s", (text, message) => {
    expect(() => editionOf(text)).toThrow(message);
  });

  it("names the line of a group's file that is no id, and a file without any", () => {
    const wrong = groupFile("ind-000017\nind 18\n");
    expect(() => editionOf(`group:${wrong}`)).toThrow(
      /my clients\.txt:2: "ind 18" cannot be an id/,
    );
    expect(() => editionOf(`group:${groupFile("# none\n")}`)).toThrow(/it holds no id/);
  });

  it("is called in a path by its name", () => {
    expect(editionFolder({name: "company:com-00012", audience: "company", subjects: []})).toBe(
      "company-com-00012",
    );
  });
});
