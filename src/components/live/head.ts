/**
 * Where the bank's time is drawn: it follows the batches, which come in steps, within a few tenths of a second, so that
 * what slides does not jump. Where nothing may slide it is where the last batch is.
 */
export class Head {
  /** In seconds since 1970; undefined before the first step. */
  at: number | undefined;
  #last = 0;

  /** Is next where the stream then is: the time between is not gone through. */
  leave(): void {
    this.at = undefined;
  }

  /** Goes on towards `target` by what a frame at `now` (milliseconds) allows, and says whether it is still under way. */
  step(target: number | undefined, now: number, isStill: boolean): boolean {
    const passed = now - this.#last;
    this.#last = now;
    if (target === undefined) return false;
    const rest = target - (this.at ?? target);
    const isJump = this.at === undefined || rest < 0 || passed > 1000;
    if (isStill || isJump || rest < 0.2) {
      this.at = target;
      return false;
    }
    this.at! += rest * (1 - Math.exp(-passed / 250));
    return true;
  }
}
