import { useEffect, useState } from "react";
import type { ComponentType } from "react";

const afterMs = 1_500;

/** The number at “Needs attention”: its code and what it shows are asked for when the page has long been drawn. */
export function LateMark({ workspaceId }: { workspaceId: string }) {
  const [Mark, setMark] = useState<ComponentType<{ workspaceId: string }>>();
  useEffect(() => {
    const timer = setTimeout(() => void import("./AttentionMark").then((late) => setMark(() => late.AttentionMark)), afterMs);
    return () => clearTimeout(timer);
  }, []);
  return Mark && <Mark workspaceId={workspaceId} />;
}
