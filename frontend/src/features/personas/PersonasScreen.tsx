import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { clsx } from "clsx";
import { Plus } from "lucide-react";
import { useMemo } from "react";
import { mapsQuery } from "@/api/maps";
import { personasQuery, useCreatePersona } from "@/api/personas";
import { problemText } from "@/api/problem-text";
import { canEdit, useWorkspace } from "@/api/workspace-context";
import { findingCountsQuery } from "@/api/workspace-findings";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { Page } from "@/ui/layout/Page";
import { LongList } from "@/ui/long-list/LongList";
import { useGrowing } from "@/ui/long-list/useGrowing";
import { Portrait } from "@/ui/portrait/Portrait";
import { portraitKeys } from "@/ui/portrait/keys";
import { Loading, Skeleton } from "@/ui/Skeleton";
import { toast } from "@/ui/toast/store";
import { PersonaCard } from "./PersonaCard";
import styles from "./PersonasScreen.module.css";

export function PersonasScreen() {
  const workspace = useWorkspace();
  const editable = canEdit(workspace);
  const navigate = useNavigate();
  const personas = useQuery(personasQuery(workspace.id));
  const maps = useQuery(mapsQuery(workspace.id));
  const findings = useQuery({ ...findingCountsQuery(workspace.id, "persona"), enabled: personas.isSuccess });
  const create = useCreatePersona(workspace.id);
  const count = personas.data?.length ?? 0;
  const list = useGrowing(count);

  const start = () =>
    create.mutate(
      { name: m.personas_new_name(), portrait: portraitKeys[count % portraitKeys.length] ?? "" },
      {
        onSuccess: ({ id }) =>
          void navigate({ to: "/w/$slug/personas/$personaId", params: { slug: workspace.slug, personaId: id } }),
        onError: (error) => toast({ message: problemText(error), tone: "negative" }),
      },
    );
  const newButton = (
    <Button look="primary" icon={<Plus size={14} strokeWidth={2.25} aria-hidden />} busy={create.isPending} onClick={start}>
      {m.personas_new()}
    </Button>
  );
  const mapCounts = useMemo(() => {
    const counts = new Map<string, number>();
    for (const id of maps.data?.flatMap((map) => map.persona_ids) ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts;
  }, [maps.data]);

  return (
    <Page title={m.shell_personas()} actions={editable && personas.data?.length !== 0 && newButton}>
      {personas.isPending && (
        <Loading className={clsx(styles.content, styles.grid)}>
          {Array.from({ length: 4 }, (_, index) => (
            <Skeleton key={index} height={174} radius={12} />
          ))}
        </Loading>
      )}
      {personas.isError && (
        <ErrorState description={problemText(personas.error)} onRetry={() => void personas.refetch()} />
      )}
      {personas.data && count === 0 && (
        <EmptyState
          art={<Faces />}
          title={m.personas_empty_title()}
          description={editable ? m.personas_empty_hint() : m.personas_empty_hint_viewer()}
          actions={editable && newButton}
        />
      )}
      {count > 0 && (
        <LongList {...list} endless className={styles.content}>
          <ul className={styles.grid}>
            {personas.data?.slice(0, list.shown).map((persona) => (
              <PersonaCard key={persona.id} persona={persona} slug={workspace.slug} mapCount={mapCounts.get(persona.id) ?? 0} counts={findings.data?.get(persona.id)} />
            ))}
          </ul>
        </LongList>
      )}
    </Page>
  );
}

function Faces() {
  return (
    <div className={styles.faces}>
      {(["long", "short", "curls"] as const).map((key) => (
        <Portrait key={key} portrait={key} name={key} size={56} />
      ))}
    </div>
  );
}
