import { lazy, Suspense, useEffect, useState } from "react";

const AttentionMark = lazy(() => import("./AttentionMark").then((module) => ({ default: module.AttentionMark })));
const afterMs = 1_500;

/** The number at “Needs attention”: its code and what it shows are asked for when the page has long been drawn. */
export function LateMark({ workspaceId }: { workspaceId: string }) {
  const [due, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), afterMs);
    return () => clearTimeout(timer);
  }, []);
  if (!due) return null;
  return (
    <Suspense>
      <AttentionMark workspaceId={workspaceId} />
    </Suspense>
  );
}
