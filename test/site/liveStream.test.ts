import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {CommandProcess} from "../../scripts/bench/live/commandProcess.js";
import {freePort} from "../../scripts/db/freePort.js";
import {newPage} from "../../scripts/site/browser.js";
import {batchNumbers} from "../../scripts/stream/layout.js";
import {readBatch} from "../../scripts/stream/readBatch.js";
import {moneyExact} from "../../src/lib/format.js";
import {type LiveBatch, Side} from "../../src/lib/live/events.js";
import {browserTest} from "../support/browser.js";
import {builtSite} from "../support/builtSite.js";
import {listen} from "../support/eventClient.js";

describe.runIf(browserTest)(
  "npm run seed -- --continuous and npm run live, in two terminals",
  () => {
    const site = builtSite();
    const root = mkdtempSync(join(tmpdir(), "countinghouse-job-"));
    afterAll(() => rmSync(root, {recursive: true, force: true}));

    it("show in a browser what is written, row by row, to the cent", async () => {
      const bank = join(root, "bank");
      const stream = `${bank}-stream`;
      const port = await freePort();
      const url = `http://127.0.0.1:${port}/`;
      const options = ["--folder", site.folder, "--stream", stream, "--port", `${port}`];
      const publisher = new CommandProcess("publisher", ["scripts/live.ts", ...options]);
      const size = ["--individuals", "80", "--companies", "10", "--months", "2"];
      const pace = ["--continuous", "--live-batch-size", "40", "--live-interval", "0.2"];
      const generator = new CommandProcess("generator", [
        "scripts/seed.ts",
        "--out",
        bank,
        ...size,
        ...pace,
      ]);
      try {
        publisher.start();
        await expect.poll(async () => (await fetch(url)).status).toBe(200);
        const client = await listen(`${url}live/events`);
        const page = await newPage(site.browser);
        await page.goto(`${url}bank/live`);
        // else it would count from a later batch on
        await page
          .locator(".live-status", {hasText: "the live stream has not begun yet"})
          .waitFor();
        generator.start();
        await expect
          .poll(() => batchNumbers(stream).length, {timeout: 120_000})
          .toBeGreaterThan(20);
        await generator.end();

        const numbers = batchNumbers(stream);
        await client.until(
          (events) => events.filter(({event}) => event === "batch").length === numbers.length,
        );
        const inFiles = numbers.flatMap((batch) => [
          ...(readBatch(stream, batch).rows.get("transactions") ?? []),
        ]);
        const inEvents = client.events
          .filter(({event}) => event === "batch")
          .flatMap(({data}) => (data as LiveBatch).rows);
        client.close();
        expect(inEvents.map(([id]) => String(id))).toEqual(inFiles.map(([id]) => id));
        expect(inEvents.map((row) => (row[6] / 100).toFixed(2))).toEqual(
          inFiles.map((fields) => fields[4]),
        );

        const payments = inEvents.filter((row) => row[9] !== Side.payee);
        const cents = payments.reduce((sum, row) => sum + Math.abs(row[6]), 0);
        const card = page.locator("[data-sum=opened]");
        await expect.poll(() => card.innerText()).toContain(moneyExact(cents / 100));
        await expect
          .poll(() => card.innerText())
          .toContain(`${payments.length.toLocaleString("en")} payments`);
        await expect
          .poll(() => card.innerText())
          .toContain(`in ${inFiles.length.toLocaleString("en")} postings`);
        await publisher.end();
      } finally {
        publisher.abandon();
        generator.abandon();
      }
    });
  },
);
