/**
 * Marks that can be chosen, one at a time: by pointer, by touch, or by keyboard, where the marks are one stop of the Tab key
 * and the arrows go from one to the next. Choosing the chosen one again lets go of it.
 */
export interface ChoiceMarks {
  /** Says which mark is chosen; `undefined` for none. */
  show(chosen: string | undefined): void;
}

export function choiceMarks(
  marks: ReadonlyMap<string, SVGElement>,
  choose: (key: string | undefined) => void,
): ChoiceMarks {
  const all = [...marks];
  let chosen: string | undefined;
  const stopAt = (mark: SVGElement | undefined) => {
    for (const [, other] of all) other.setAttribute("tabindex", other === mark ? "0" : "-1");
  };
  const toggle = (key: string) => choose(key === chosen ? undefined : key);
  for (const [at, [key, mark]] of all.entries()) {
    mark.setAttribute("role", "button");
    mark.classList.add("choice-mark");
    mark.addEventListener("click", () => toggle(key));
    mark.addEventListener("keydown", (event) => {
      const steps = {
        ArrowDown: 1,
        ArrowRight: 1,
        ArrowUp: -1,
        ArrowLeft: -1,
        Home: -at,
        End: all.length,
      };
      const step = steps[event.key as keyof typeof steps];
      if (step === undefined && event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      if (step === undefined) return toggle(key);
      const next = all[Math.min(all.length - 1, Math.max(0, at + step))]![1];
      stopAt(next);
      next.focus();
    });
  }
  return {
    show(next) {
      chosen = next;
      const mark = next === undefined ? undefined : marks.get(next);
      for (const [, other] of all) other.setAttribute("aria-pressed", String(other === mark));
      const focused = all.find(([, other]) => other === other.ownerDocument.activeElement)?.[1];
      stopAt(focused ?? mark ?? all[0]?.[1]);
    },
  };
}
