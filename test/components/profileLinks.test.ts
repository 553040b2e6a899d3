import {expect, it} from "vitest";
import {companyHref, personHref} from "../../src/components/profileLinks.js";

it("personHref(row) and companyHref(row) lead to a page of the profile, whatever is in the id", () => {
  const ada = {user_id: "ind 1&x"};
  expect(personHref(ada)).toMatch(/\/person\/overview\?id=ind%201%26x$/);
  expect(personHref(ada, "savings")).toMatch(/\/person\/savings\?id=ind%201%26x$/);
  expect(companyHref({user_id: "com-1"})).toMatch(/\/company\/cash\?id=com-1$/);
});
