/** How near the edge of the window the pointer must be, and how far a frame goes at the edge itself. */
const [edgePx, mostPx] = [72, 18];

/** While something is dragged near the edge of the window, the page goes on under it. */
export function scrollAtEdges(pointerY: () => number, scrolled: () => void) {
  let frame = 0;
  function step(): void {
    const y = pointerY();
    const above = Math.max(0, edgePx - y);
    const below = Math.max(0, y - (innerHeight - edgePx));
    const before = scrollY;
    // The page's own smooth scrolling would lag behind.
    scrollBy({ top: (Math.min(edgePx, below - above) / edgePx) * mostPx, behavior: "instant" });
    if (scrollY !== before) scrolled();
    frame = requestAnimationFrame(step);
  }
  return {
    start: () => {
      frame = requestAnimationFrame(step);
    },
    stop: () => cancelAnimationFrame(frame),
  };
}
