import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useMapChanges } from "@/api/maps";
import { problemText } from "@/api/problem-text";
import { templatesQuery } from "@/api/templates";
import type { Template } from "@/api/templates";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { ErrorState } from "@/ui/ErrorState";
import { Page } from "@/ui/layout/Page";
import { Loading, Skeleton } from "@/ui/Skeleton";
import { toast } from "@/ui/toast/store";
import galleryStyles from "./GalleryScreen.module.css";
import { TemplateCard } from "./TemplateCard";
import styles from "./TemplateScreen.module.css";

/** Chooses what a new map starts from, and makes it. */
export function TemplateScreen() {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const templates = useQuery(templatesQuery);
  const { create } = useMapChanges(workspace.id);
  const [chosen, setChosen] = useState<string | null>(null);

  const start = (template: Template) => {
    setChosen(template.key);
    const title = template.key === "blank" ? m.templates_untitled() : template.name;
    create.mutate(
      { title, template: template.key },
      {
        onSuccess: ({ id }) => void navigate({ to: "/maps/$mapId", params: { mapId: id } }),
        onError: (error) => {
          setChosen(null);
          toast({ message: problemText(error), tone: "negative" });
        },
      },
    );
  };

  return (
    <Page title={m.templates_title()} crumbs={[{ label: m.shell_maps(), href: `/w/${workspace.slug}` }]}>
      <div className={galleryStyles.content}>
        <div className={styles.intro}>
          <h2>{m.templates_heading()}</h2>
          <p>{m.templates_hint()}</p>
        </div>
        {templates.isPending && (
          <Loading className={galleryStyles.grid}>
            {Array.from({ length: 6 }, (_, index) => (
              <Skeleton key={index} height={322} radius={12} />
            ))}
          </Loading>
        )}
        {templates.isError && (
          <ErrorState description={problemText(templates.error)} onRetry={() => void templates.refetch()} />
        )}
        {templates.data && (
          <ul className={galleryStyles.grid}>
            {templates.data.map((template) => (
              <TemplateCard
                key={template.key}
                template={template}
                busy={chosen === template.key}
                disabled={chosen !== null}
                onChoose={() => start(template)}
              />
            ))}
          </ul>
        )}
      </div>
    </Page>
  );
}
