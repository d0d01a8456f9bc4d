import { createElement, useEffect, useSyncExternalStore } from "react";
import type { ComponentType } from "react";

const RETRY_MS = 5_000;

/** A module that is fetched once, and again after a pause when the network fails. */
class LateModule<Module> {
  module: Module | null = null;
  private asked = false;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly load: () => Promise<Module>) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  ask(): void {
    if (this.asked) return;
    this.asked = true;
    void this.fetch();
  }

  private async fetch(): Promise<void> {
    try {
      this.module = await this.load();
    } catch {
      setTimeout(() => void this.fetch(), RETRY_MS);
      return;
    }
    for (const listener of this.listeners) listener();
  }
}

/**
 * Components of a module that the first paint does not wait for: it is fetched as soon as one of them is on screen,
 * and then all of them are drawn. Unlike `React.lazy` they never suspend: once there, they are drawn in the same
 * frame as what they belong to.
 */
export function lateParts<Module>(load: () => Promise<Module>) {
  const late = new LateModule(load);
  return <Props extends object>(pick: (module: Module) => ComponentType<Props>): ComponentType<Props> =>
    function LatePart(props: Props) {
      const module = useSyncExternalStore(late.subscribe, () => late.module);
      useEffect(() => late.ask(), []);
      return module === null ? null : createElement(pick(module), props);
    };
}
