/** Neighbouring keys of a QWERTY keyboard, same row and the rows above and below. */
const rows = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const;

/** How far each row is shifted to the right, in keys. */
const shifts = [-0.5, 0, 0.25, 0.75] as const;

function positions(): Map<string, readonly [number, number]> {
  const at = new Map<string, readonly [number, number]>();
  rows.forEach((row, y) => {
    [...row].forEach((key, x) => {
      at.set(key, [x + (shifts[y] ?? 0), y]);
    });
  });
  return at;
}

function neighbours(): Record<string, string> {
  const at = positions();
  const near: Record<string, string> = {};
  for (const [key, [x, y]] of at) {
    near[key] = [...at]
      .filter(([other, [ox, oy]]) => {
        const letter = /[a-z]/.test(other) === /[a-z]/.test(key);
        return other !== key && letter && Math.abs(ox - x) <= 1 && Math.abs(oy - y) <= 1;
      })
      .map(([other]) => other)
      .join('');
  }
  return near;
}

/** key -> the keys a finger may hit instead */
export const keyboardNeighbours: Readonly<Record<string, string>> = neighbours();
