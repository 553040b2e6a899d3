// What does a person buy how often, and which segment is nearest?
// Grain: one row per main customer with at least 60 purchases in the last twelve complete months.
// Size: by key, a person each.
// Columns: as in `lifestyle-habits`, the place among the segments (segment, next, depth), and what the person is held
// against: the window, everybody's shares by kind, and of each segment its name and shares.
import {withBank} from "../../loaders/datasets/bank.js";
import {keyedBytes} from "../../loaders/datasets/formats/keyed.js";
import {readHabits, readLifestyles} from "../../loaders/datasets/lifestyles.js";
import {personLifestyles} from "../lib/lifestyles/personLifestyle.js";

await withBank(async (bank) => {
  const habits = await bank.once(readHabits);
  return keyedBytes(personLifestyles(habits, await bank.once(readLifestyles)));
});
