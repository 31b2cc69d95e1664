/** `1 restricted child`, `3 restricted children`. */
export function howMany(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}
