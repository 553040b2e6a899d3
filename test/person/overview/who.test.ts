import {describe, expect, it} from "vitest";
import {type Person, whoText} from "../../../src/person/overview/who.js";

const nurse: Person = {
  user_id: "ind-1",
  name: "Ada Moor",
  city: "Munich",
  relation: "main",
  age: 61,
  occupation: "Nurse",
  employer: "Rice Ltd",
  household_size: 2,
  tenure: "tenant",
  joined_on: "2022-05-17",
  is_open: true,
};

describe("whoText(person)", () => {
  it.each([
    [
      "an employee who rents",
      nurse,
      "61, nurse at Rice Ltd, Munich, household of two, rents, customer since May 2022",
    ],
    [
      "somebody without an employer here, alone in an own home",
      {...nurse, occupation: "Retired", employer: null, household_size: 1, tenure: "owner"},
      "61, retired, Munich, lives alone, owns the home, customer since May 2022",
    ],
    [
      "a mortgage",
      {...nurse, household_size: 5, tenure: "mortgage"},
      "61, nurse at Rice Ltd, Munich, household of five, is paying off a mortgage, customer since May 2022",
    ],
    ["nobody", undefined, "Nobody with an account here has this number. Choose somebody above."],
  ] as const)("has words for %s", (_, person, words) => expect(whoText(person)).toBe(words));
});
