// Do the segments find the spending types that the generator gave to people?
// Grain: one row per number of segments from 2 to 8; no rows where no segments could be made.
// Size: bounded: seven rows.
// Private: individuals.persona, because segments are scored against it; the rows are numbers.
// Columns: segment_count, adjusted_rand (between the segments and the generator's personas: 1 the same, 0 chance),
// told_rand (the same index for a classifier that is told the personas of half of the people),
// persona_count (kinds of persona among the people judged), person_count.
// The one place that reads the persona, and only to score: the segments are made without it in lifestyle-segments.
import {withBank} from "../../loaders/datasets/bank.js";
import {readHabits} from "../../loaders/datasets/lifestyles.js";
import {scoresOf} from "../lib/lifestyles/score.js";

await withBank(async (bank) => {
  const rows = await bank.once(readHabits);
  const people = await bank.query<{user_id: string; persona: string}>(
    "select user_id, persona from bank.individuals order by user_id",
  );
  return scoresOf(rows, new Map(people.map(({user_id, persona}) => [user_id, persona])));
});
