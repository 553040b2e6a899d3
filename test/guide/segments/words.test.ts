import {expect, it} from "vitest";
import {recovery, scoreFinding, scoreNote} from "../../../src/guide/segments/scoreWords.js";
import * as words from "../../../src/guide/segments/words.js";
import {nobody, published} from "../../support/segments.js";

it("trialsFinding and its note: stable, all that were tried, not stable, none", () => {
  expect(words.trialsFinding(published())).toBe("Two segments are the most that stay stable");
  expect(words.trialsFinding(published({segment_count: 3}))).toBe(
    "No number of segments is stable; three come closest",
  );
  const [two] = published().trials;
  expect(words.trialsFinding(published({trials: [two!]}))).toBe(
    "Two segments are stable, and more were not tried",
  );
  expect(words.trialsFinding(nobody)).toBe("No segments to show");
  expect(words.trialsNote(published())).toContain(
    "is 0.20 for two; 0.10 where each share is dealt out among people by chance, and it is widest for three, at 0.30",
  );
  expect(words.trialsNote(nobody)).toBe("");
});
it("repeatFinding: firmest and loosest, one, none", () => {
  const row = (kind: string, purchases_repeat: number) => ({
    kind,
    purchases_repeat,
    euros_repeat: 0.3,
    person_count: 400,
  });
  expect(words.repeatFinding([row("Health", 0.2), row("Travel", 0.5)])).toBe(
    "The firmest habit is travel, the loosest health",
  );
  expect(words.repeatFinding([row("Health", 0.2)])).toBe("The only habit is health");
  expect(words.repeatFinding([row("Health", 0.42), row("Travel", 0.5)])).toBe(
    "Habits differ in firmness only within chance",
  );
  expect(words.countingText([row("Health", 0.2), row("Travel", 0.5)])).toBe(
    "1 of 2 shares is more repeatable by number of purchases than by euros.",
  );
  expect(words.repeatFinding([])).toBe("Nothing to show");
});
it("scoreFinding and its note", () => {
  const row = {
    segment_count: 2,
    adjusted_rand: 0.5,
    told_rand: 0.58,
    persona_count: 6,
    person_count: 3,
  };
  expect(scoreFinding([row], 2)).toBe(
    "The segments score 0.50 against the generator’s types: better than chance, but a poor recovery",
  );
  expect(scoreFinding([], null)).toBe("Nothing to score");
  expect(scoreNote([row], 2)).toContain("most of the gap is not in the purchases");
  expect(scoreNote([{...row, told_rand: 0.9}], 2)).toContain("tell more than the segments do");
  expect(scoreNote([], null)).toBe("");
  expect([0.95, 0.85, 0.7, 0.3, 0].map(recovery)).toEqual([
    "an excellent recovery",
    "a good recovery",
    "a moderate recovery",
    "better than chance, but a poor recovery",
    "no better than chance",
  ]);
});
