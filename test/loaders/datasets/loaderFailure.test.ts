import {describe, expect, it} from "vitest";
import {failureText} from "../../../loaders/datasets/loaderFailure.js";

const told = (error: Error, lines: readonly string[]) => {
  error.stack = [`${error.name}: ${error.message}`, ...lines.map((line) => `    at ${line}`)].join(
    "\n",
  );
  return failureText(error, "src/data/sums.json.ts", "/bank");
};
const query = "query (/bank/loaders/datasets/bank.ts:134:13)";
const loader = "async <anonymous> (/bank/src/data/sums.json.ts:8:16)";

describe("failureText(error, loader, root)", () => {
  it("names the line of the loader that asked", () => {
    expect(told(new Error('no column "cty"'), [query, loader, "node:internal/x:1:2"])).toBe(
      'src/data/sums.json.ts:8: no column "cty"',
    );
    expect(told(new Error("no"), ["/bank/src/data/sums.json.ts:3:1"])).toBe(
      "src/data/sums.json.ts:3: no",
    );
  });

  it("names the module in which it went wrong too, and what kind of error it is", () => {
    const lines = ["list (/bank/src/lib/words.ts:134:63)", loader];
    expect(told(new TypeError("no length"), lines)).toBe(
      "src/data/sums.json.ts:8: TypeError: no length (at src/lib/words.ts:134)",
    );
  });

  it("leaves out places in packages and outside of the project", () => {
    const lines = ["x (/bank/node_modules/d3/a.js:1:2)", "y (/tmp/b.ts:1:2)", query];
    expect(told(new Error("no"), lines)).toBe("src/data/sums.json.ts: no");
  });

  it("takes what is no error", () => {
    expect(failureText("stop", "src/data/a.json.ts", "/bank")).toBe(
      'src/data/a.json.ts: threw "stop"',
    );
    expect(failureText(undefined, "src/data/a.json.ts", "/bank")).toBe(
      "src/data/a.json.ts: threw undefined",
    );
  });
});
