import { FindingList } from "@/features/attention/FindingList";
import { TouchpointScreen } from "@/features/touchpoints/TouchpointScreen";

export function TouchpointPage() {
  return <TouchpointScreen listed={(list) => <FindingList {...list} />} />;
}
