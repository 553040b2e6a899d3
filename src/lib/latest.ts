/** Keeps the last answer of a function for as long as it is asked the same, each argument being the very same value. */
export function latest<Asked extends readonly unknown[], Answer>(
  make: (...asked: Asked) => Answer,
): (...asked: Asked) => Answer {
  let last: {readonly asked: Asked; readonly answer: Answer} | undefined;
  return (...asked) => {
    const isSame =
      last?.asked.length === asked.length &&
      last.asked.every((one, at) => Object.is(one, asked[at]));
    if (!last || !isSame) last = {asked, answer: make(...asked)};
    return last.answer;
  };
}
