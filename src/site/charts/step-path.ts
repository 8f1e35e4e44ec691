/**
 * `M0 20H35V12H90`: a line that keeps its height until the next point. A point without a height ends the
 * line.
 */
export function stepPath(
  points: readonly { readonly x: number; readonly y: number | null }[],
  end: number,
): string {
  let path = '';
  let height: number | null = null;
  for (const { x, y } of points) {
    if (y === height) continue;
    path += height === null ? `M${x} ${y ?? 0}` : y === null ? `H${x}` : `H${x}V${y}`;
    height = y;
  }
  return height === null ? path : `${path}H${end}`;
}
