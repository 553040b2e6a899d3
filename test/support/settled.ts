/** A file of tests ends when all that its drawings have begun to load is there; else it is loaded into nothing. */
import {afterAll, vi} from "vitest";

afterAll(async () => {
  await new Promise((done) => setTimeout(done));
  await vi.dynamicImportSettled();
});
