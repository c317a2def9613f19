import { afterEach, vi } from 'vitest';

// Only a guard against hanging: machines that run tests may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

// Remembered choices must not leak from one test into the next.
afterEach(() => localStorage.clear());

/** jsdom lays nothing out: everything counts as out of sight and keeps its size. */
class NothingInSight implements Partial<IntersectionObserver> {
  observe(): void {
    // never reports anything
  }
  unobserve(): void {
    // nothing was observed
  }
  disconnect(): void {
    // nothing was observed
  }
}

/** jsdom has no media: the system is light, and motion is not reduced. */
const matchMedia = (media: string) => ({ media, matches: false, addEventListener: () => undefined });

Object.assign(globalThis, {
  IntersectionObserver: NothingInSight,
  ResizeObserver: NothingInSight,
  matchMedia,
  scrollTo: () => undefined,
  // A frame is over as soon as it is asked for.
  requestAnimationFrame: (callback: FrameRequestCallback) => setTimeout(callback),
  cancelAnimationFrame: (frame: number) => clearTimeout(frame),
});
// Nor does it scroll.
Object.assign(Element.prototype, { scrollIntoView: () => undefined });
