import { createElement, useSyncExternalStore } from "react";
import type { ComponentType } from "react";

const RETRY_MS = 5_000;

/**
 * A module that the first view of a page can do without: fetched once when it is asked for, and again after a pause
 * when the network fails. Unlike `React.lazy` its components never suspend: once there, they are drawn in the same
 * frame as what they belong to.
 */
export class LateModule<Module> {
  private module: Module | null = null;
  private asked = false;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly load: () => Promise<Module>) {}

  fetch(): void {
    if (this.asked) return;
    this.asked = true;
    void this.arrive();
  }

  /** A component of the module; nothing is drawn in its place until the module is there. */
  part<Props extends object>(pick: (module: Module) => ComponentType<Props>): ComponentType<Props> {
    const subscribe = (listener: () => void) => this.subscribe(listener);
    const read = () => this.module;
    return function LatePart(props: Props) {
      const module = useSyncExternalStore(subscribe, read);
      return module === null ? null : createElement(pick(module), props);
    };
  }

  private subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async arrive(): Promise<void> {
    try {
      this.module = await this.load();
    } catch {
      setTimeout(() => void this.arrive(), RETRY_MS);
      return;
    }
    for (const listener of this.listeners) listener();
  }
}
