import {expect, it} from "vitest";
import {builder} from "../../src/components/dom.js";
import {highlighted} from "../../src/components/sqlText.js";
import {page, texts} from "../support/page.js";

it("highlighted(sql) marks comments whole, also blocks within blocks, and nothing within them", () => {
  const sql = "select 1 /* it's /* from */ 2 */ from a -- it's where\nwhere b = 'x' /* never";
  const shown = highlighted(builder(page().document), sql);
  expect(shown.textContent).toBe(sql);
  expect(texts(shown, ".sql-comment")).toEqual([
    "/* it's /* from */ 2 */",
    "-- it's where",
    "/* never",
  ]);
  expect(texts(shown, ".sql-keyword")).toEqual(["select", "from", "where"]);
  expect(texts(shown, ".sql-string")).toEqual(["'x'"]);
});
