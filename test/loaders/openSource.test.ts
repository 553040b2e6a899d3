import {describe, expect, it} from "vitest";
import {openSource} from "../../loaders/openSource.js";
import {tinyBank} from "../support/tinyBank.js";

describe("openSource(env)", () => {
  it("reads the CSV files where no server is configured", async () => {
    const {description} = await openSource({}, {folder: tinyBank});
    expect(description).toMatchObject({kind: "csv", fallbackCause: null});
  });

  it("asks no server with DATA_SOURCE=csv, whatever else is set", async () => {
    const env = {DATA_SOURCE: "csv", DB_HOST: "203.0.113.1"};
    const {description} = await openSource(env, {folder: tinyBank});
    expect(description).toMatchObject({kind: "csv", fallbackCause: null});
  });

  it("keeps the cause of a fallback that another process has decided on", async () => {
    const env = {DATA_SOURCE: "csv", DATA_SOURCE_CAUSE: "no server"};
    const {description} = await openSource(env, {folder: tinyBank});
    expect(description.fallbackCause).toBe("no server");
  });

  it("refuses a DATA_SOURCE that it does not know", async () => {
    await expect(openSource({DATA_SOURCE: "postgres"})).rejects.toThrow(
      "unknown DATA_SOURCE: postgres (use auto, mariadb, clickhouse, csv)",
    );
  });
});
