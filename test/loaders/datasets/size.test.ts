import {expect, it} from "vitest";
import {sizeOf} from "../../../loaders/datasets/size.js";

it.each([
  ["-- Who?\n-- Size: bounded by months.\n-- Columns: a.\nselect 1\n", "bounded"],
  ["-- Who?\n-- Size: bounded: 20 rows at most.\nselect 1\n", "bounded"],
  ["// Who?\n// Size: by key, a person each.\nawait withBank();\n", "by key"],
  ["// Size: by person; loaders read it, no page does.\n", "by person"],
  ["-- Size: by posting\n", "by posting"],
  ["-- Size: by persons\n", undefined],
  ["-- Size: small.\n", undefined],
  ["-- Who?\nselect 'Size: bounded'\n", undefined],
])("sizeOf(text) reads the header of %j", (text, size) => expect(sizeOf(text)).toBe(size));
