import {expect, it} from "vitest";
import {companyHref, personHref} from "../../src/components/profileLinks.js";

it("personHref(row) and companyHref(row) lead to a page of the profile, whatever is in the id", () => {
  const ada = {user_id: "ind 1&x"};
  expect(personHref(ada)).toMatch(/\/person\/overview\.html\?id=ind%201%26x$/);
  expect(personHref(ada, "savings")).toMatch(/\/person\/savings\.html\?id=ind%201%26x$/);
  expect(companyHref({user_id: "com-1"})).toMatch(/\/company\/cash\.html\?id=com-1$/);
});
