/**
 * Johannes Baagøe's generator Alea (2010), its state four numbers in an array that many streams may share. Written out here
 * because seedrandom's version makes eight closures for each generator; the numbers are the same.
 */

const step = 2.3283064365386963e-10; // 2^-32

/**
 * Writes the state of a new generator to four places: three numbers hashed from a blank, less what is hashed from the
 * name three times over, and a carry of 1.
 */
export function seedAlea(states: Float64Array, place: number, name: string): void {
  let hash = 0xefc8249d;
  for (let number = 0; number < 3; number++) {
    hash = mash(hash, " ");
    states[place + number] = (hash >>> 0) * step;
  }
  for (let number = 0; number < 3; number++) {
    hash = mash(hash, name);
    const left = states[place + number]! - (hash >>> 0) * step;
    states[place + number] = left < 0 ? left + 1 : left;
  }
  states[place + 3] = 1;
}

/** The next number of the generator whose state begins at a place, at least 0 and below 1. */
export function drawAlea(states: Float64Array, place: number): number {
  const sum = 2091639 * states[place]! + states[place + 3]! * step;
  const carry = sum | 0;
  const drawn = sum - carry;
  states[place] = states[place + 1]!;
  states[place + 1] = states[place + 2]!;
  states[place + 2] = drawn;
  states[place + 3] = carry;
  return drawn;
}

/** Baagøe's Mash: stirs a text into a hash. */
function mash(from: number, text: string): number {
  let hash = from;
  for (let index = 0; index < text.length; index++) {
    hash += text.charCodeAt(index);
    let high = 0.02519603282416938 * hash;
    hash = high >>> 0;
    high -= hash;
    high *= hash;
    hash = high >>> 0;
    high -= hash;
    hash += high * 0x100000000;
  }
  return hash;
}
