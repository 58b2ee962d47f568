// Chains of people (cover, lead) that come back to where they started, and where to cut them.

/**
 * Who must lose the link so that no chain circles: of each circle the person that comes last in the order given.
 * `next` of somebody outside the order is never followed.
 */
export function cutCircles(
  order: readonly string[],
  next: (person: string) => string | null,
): ReadonlySet<string> {
  const cut = new Set<string>();
  const rank = new Map(order.map((person, index) => [person, index]));
  for (const start of order) {
    const circle = circleFrom(start, (person) => (cut.has(person) ? null : next(person)));
    if (circle.length > 0)
      cut.add(circle.reduce((a, b) => ((rank.get(a) ?? 0) > (rank.get(b) ?? 0) ? a : b)));
  }
  return cut;
}

/** The people of the circle that a chain runs into; empty where it ends. */
function circleFrom(start: string, next: (person: string) => string | null): readonly string[] {
  const path: string[] = [];
  for (let at: string | null = start; at !== null; at = next(at)) {
    const before = path.indexOf(at);
    if (before >= 0) return path.slice(before);
    path.push(at);
  }
  return [];
}
