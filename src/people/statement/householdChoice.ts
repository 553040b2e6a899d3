import {type SegmentedElement, segmented} from "../../components/segmented.js";

/** The choice of how many live from the money. */
export function householdChoice(): SegmentedElement {
  return segmented({
    label: "Household",
    choices: [
      {value: "0", label: "Any"},
      {value: "1", label: "One"},
      {value: "2", label: "Two"},
      {value: "3", label: "Three or more"},
    ],
  });
}
