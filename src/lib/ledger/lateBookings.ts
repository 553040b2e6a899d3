/**
 * What is booked late, before other bookings of an account, moves every balance after it. This keeps the balances of one
 * account at each instant, so that a late booking can be refused where any later balance would fall below the floor.
 */
export class LateBookings {
  /** The instants of the account, ascending. */
  readonly #instants: Float64Array;
  /** At each instant: the lowest balance, and the one after its last booking. */
  readonly #lowest: Float64Array;
  readonly #last: Float64Array;
  readonly #floorCents: number;

  /**
   * `booked` are the bookings that are there, in the order of posting; `late` the instants at which others may come.
   * Instants are seconds since 1970.
   */
  constructor(
    {
      openingCents,
      overdraftCents,
    }: {readonly openingCents: number; readonly overdraftCents: number},
    booked: readonly {readonly at: number; readonly amountCents: number}[],
    late: readonly number[],
  ) {
    this.#floorCents = -overdraftCents;
    const instants = new Set([...booked.map(({at}) => at), ...late]);
    this.#instants = Float64Array.from(instants).sort();
    this.#lowest = new Float64Array(instants.size);
    this.#last = new Float64Array(instants.size);
    let balance = openingCents;
    let next = 0;
    this.#instants.forEach((at, place) => {
      let lowest = Number.POSITIVE_INFINITY;
      for (; booked[next]?.at === at; next++) {
        balance += booked[next]!.amountCents;
        lowest = Math.min(lowest, balance);
      }
      this.#lowest[place] = lowest;
      this.#last[place] = balance;
    });
  }

  /** Whether the balance stays at the floor or above, then and later, once this is booked behind what the instant has. */
  covers(at: number, amountCents: number): boolean {
    if (amountCents >= 0) return true;
    const place = this.#placeOf(at);
    if (this.#last[place]! + amountCents < this.#floorCents) return false;
    return this.#lowest.subarray(place + 1).every((low) => low + amountCents >= this.#floorCents);
  }

  book(at: number, amountCents: number): void {
    const place = this.#placeOf(at);
    this.#last[place]! += amountCents;
    this.#lowest[place] = Math.min(this.#lowest[place]!, this.#last[place]!);
    for (let later = place + 1; later < this.#instants.length; later++) {
      this.#lowest[later]! += amountCents;
      this.#last[later]! += amountCents;
    }
  }

  #placeOf(at: number): number {
    let [low, high] = [0, this.#instants.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#instants[middle]! < at) low = middle + 1;
      else high = middle;
    }
    if (this.#instants[low] !== at) throw new Error(`no late booking is expected at ${at}`);
    return low;
  }
}
