/** A clock that only moves when told to. */
export function clock() {
  let time = Date.UTC(2026, 10, 24, 9);
  return {
    now: () => time,
    pass(seconds: number) {
      time += seconds * 1000;
    },
    sleep: async (milliseconds: number) => {
      time += milliseconds;
    },
  };
}
