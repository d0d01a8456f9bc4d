import { FindingList } from "@/features/attention/FindingList";
import { PersonaScreen } from "@/features/personas/PersonaScreen";

export function PersonaPage() {
  return <PersonaScreen listed={(list) => <FindingList {...list} />} />;
}
