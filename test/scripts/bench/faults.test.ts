import {describe, expect, it} from "vitest";
import {runCampaign} from "../../../scripts/bench/faults/campaign.js";
import {subjects} from "../../../scripts/bench/faults/subjects.js";
import {temporaryFolder} from "../../support/tinyBank.js";

/** The whole campaign is `npm run bench -- --faults`. */
describe.runIf(process.platform === "linux")("a command that is disturbed", () => {
  it("leaves what was there or what is to be there, says what to do, and ends right when it is run again", async () => {
    const cheap = subjects.filter(({name}) => ["seed", "new", "clean"].includes(name));
    const scratch = temporaryFolder("campaign");
    const {tallies, losses} = await runCampaign({
      subjects: cheap,
      faults: 24,
      seed: "suite",
      scratch,
    });
    expect(losses).toEqual([]);
    const total = (of: "rounds" | "cut") => tallies.reduce((sum, tally) => sum + tally[of], 0);
    expect(total("rounds")).toBeGreaterThanOrEqual(24);
    expect(total("cut")).toBeGreaterThan(6);
  });
});
