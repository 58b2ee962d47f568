// Chains of people (cover, lead) that come back to where they started, and where to cut them.

/**
 * Who must lose the link so that no chain circles: of each circle the person that comes last in the order given.
 * `next` of somebody outside the order is never followed.
 */
export function cutCircles(
  order: readonly string[],
  next: (person: string) => string | null,
): ReadonlySet<string> {
  const rank = new Map(order.map((person, index) => [person, index]));
  const followed = new Set<string>();
  const cut = order.flatMap((start) => {
    const circle = circleFrom(start, next, followed);
    return circle.length === 0
      ? []
      : [circle.reduce((a, b) => ((rank.get(a) ?? 0) > (rank.get(b) ?? 0) ? a : b))];
  });
  return new Set(cut);
}

/** The people of the circle that a chain runs into; empty where it ends, or goes on where another has been: each is asked once. */
function circleFrom(
  start: string,
  next: (person: string) => string | null,
  followed: Set<string>,
): readonly string[] {
  const path = new Set<string>();
  for (let at: string | null = start; at !== null; at = next(at)) {
    if (path.has(at)) return [...path].slice([...path].indexOf(at));
    if (followed.has(at)) return [];
    followed.add(at);
    path.add(at);
  }
  return [];
}
