/** Numbers for whole numbers of 32 bits: each that is met for the first time gets the next one. Its table is used again and again. */
export class Numbering {
  #keys = new Uint32Array(1 << 10);
  #values = new Int32Array(1 << 10);
  /** In which round each place was filled: to begin anew nothing has to be wiped. */
  #rounds = new Uint32Array(1 << 10);
  #round = 1;
  size = 0;

  clear(): void {
    this.#round++;
    this.size = 0;
  }

  /** Its number; `size` as it was before where it is new. */
  of(int: number): number {
    const key = int >>> 0;
    if (this.size * 2 >= this.#keys.length) this.#grow();
    const at = this.#placeOf(key);
    if (this.#rounds[at] === this.#round) return this.#values[at] ?? -1;
    this.#rounds[at] = this.#round;
    this.#keys[at] = key;
    this.#values[at] = this.size;
    return this.size++;
  }

  #placeOf(key: number): number {
    const mask = this.#keys.length - 1;
    let at = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
    while (this.#rounds[at] === this.#round && this.#keys[at] !== key) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const [keys, values, rounds, round] = [this.#keys, this.#values, this.#rounds, this.#round];
    this.#keys = new Uint32Array(keys.length * 2);
    this.#values = new Int32Array(keys.length * 2);
    this.#rounds = new Uint32Array(keys.length * 2);
    for (let i = 0; i < keys.length; i++) {
      if (rounds[i] !== round) continue;
      const at = this.#placeOf(keys[i] ?? 0);
      this.#rounds[at] = round;
      this.#keys[at] = keys[i] ?? 0;
      this.#values[at] = values[i] ?? 0;
    }
  }
}
