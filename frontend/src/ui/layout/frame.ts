import { createContext, useContext } from "react";
import type { ReactNode } from "react";

export type Crumb = { label: string; href?: string };

/** What the shell gives to every page's top bar: the first crumb, and what stands at the very right. */
export type Frame = { rootCrumb: Crumb | null; topBarEnd: ReactNode };

const FrameContext = createContext<Frame>({ rootCrumb: null, topBarEnd: null });

export const FrameProvider = FrameContext.Provider;
export const useFrame = () => useContext(FrameContext);
