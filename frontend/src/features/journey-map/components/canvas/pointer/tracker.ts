import { autoScroll } from "./auto-scroll";
import { pointOf } from "./session";
import type { Place, Session } from "./session";

const MOUSE_SLACK = 4;
const TOUCH_SLACK = 8;
const LONG_PRESS_MS = 380;

/**
 * One press of a pointer: decides whether it is a click or a drag (a long press on a touch screen, where a swipe
 * scrolls), and runs the drag frame by frame.
 */
export class Tracker {
  private session: Session | null = null;
  private last: PointerEvent;
  private frame = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly controller = new AbortController();

  constructor(
    private readonly place: Place,
    private readonly start: PointerEvent,
    private readonly begin: () => Session | null,
    private readonly onEnd: (dragged: boolean) => void,
  ) {
    this.last = start;
    const options = { signal: this.controller.signal };
    window.addEventListener("pointermove", this.onMove, options);
    window.addEventListener("pointerup", this.onUp, options);
    window.addEventListener("pointercancel", this.onCancel, options);
    window.addEventListener("keydown", this.onKey, { ...options, capture: true });
    if (start.pointerType !== "touch") return;
    // Once the drag has begun, the finger must not scroll the page any more.
    window.addEventListener("touchmove", this.onTouchMove, { ...options, passive: false });
    this.timer = setTimeout(() => this.open(), LONG_PRESS_MS);
  }

  get dragging(): boolean {
    return this.session !== null;
  }

  private readonly onMove = (event: PointerEvent) => {
    if (event.pointerId !== this.start.pointerId) return;
    this.last = event;
    if (this.session === null) this.consider(event);
    this.schedule();
  };

  private consider(event: PointerEvent): void {
    const distance = Math.hypot(event.clientX - this.start.clientX, event.clientY - this.start.clientY);
    if (this.start.pointerType === "touch") {
      if (distance > TOUCH_SLACK) this.finish(false);
    } else if (distance > MOUSE_SLACK) {
      this.open();
    }
  }

  private open(): void {
    this.session = this.begin();
    if (this.session === null) this.finish(false);
    else this.schedule();
  }

  private schedule(): void {
    if (this.session !== null && this.frame === 0) this.frame = requestAnimationFrame(this.onFrame);
  }

  private readonly onFrame = () => {
    this.frame = 0;
    const { session, last } = this;
    if (session === null) return;
    if (session.ghost) {
      session.ghost.style.transform = `translate(${last.clientX + 8}px, ${last.clientY + 8}px) rotate(1.5deg)`;
    }
    const scrolled = session.autoScroll && autoScroll(this.place, last);
    session.move(pointOf(this.place, last), last);
    if (scrolled) this.schedule();
  };

  private readonly onUp = (event: PointerEvent) => {
    if (event.pointerId !== this.start.pointerId) return;
    const { session } = this;
    if (session !== null) {
      session.move(pointOf(this.place, event), event);
      session.drop();
    }
    this.finish(session !== null);
  };

  private readonly onCancel = (event: PointerEvent) => {
    if (event.pointerId !== this.start.pointerId) return;
    this.session?.cancel();
    this.finish(this.session !== null);
  };

  private readonly onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || this.session === null) return;
    event.preventDefault();
    event.stopPropagation();
    this.session.cancel();
    this.finish(true);
  };

  private readonly onTouchMove = (event: TouchEvent) => {
    if (this.session !== null) event.preventDefault();
  };

  private finish(dragged: boolean): void {
    clearTimeout(this.timer);
    cancelAnimationFrame(this.frame);
    this.controller.abort();
    this.session = null;
    this.onEnd(dragged);
  }
}
