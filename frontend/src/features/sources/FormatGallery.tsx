import { Link } from "@tanstack/react-router";
import { SearchX } from "lucide-react";
import { useMemo, useState } from "react";
import type { SourceFormat } from "@/api/sources";
import { m } from "@/i18n/generated/messages";
import { EmptyState } from "@/ui/EmptyState";
import { SearchInput } from "@/ui/SearchInput";
import { groupFormats, groupLabels, guideOf } from "./formats";
import styles from "./FormatGallery.module.css";

/** All senders there are, by what kind of product they are; found by typing. */
export function FormatGallery({ formats, slug }: { formats: readonly SourceFormat[]; slug: string }) {
  const [query, setQuery] = useState("");
  const groups = useMemo(() => groupFormats(formats, query), [formats, query]);
  return (
    <div className={styles.gallery}>
      <header className={styles.intro}>
        <h2>{m.sources_choose_format()}</h2>
        <p>{m.sources_choose_format_hint()}</p>
        <SearchInput label={m.sources_find_format()} placeholder={m.sources_find_format_example()} value={query} onChange={setQuery} />
      </header>
      {groups.length === 0 && (
        <EmptyState art={<SearchX size={28} strokeWidth={1.5} />} title={m.common_nothing_found()} description={m.sources_no_format_hint()} />
      )}
      <div className={styles.groups}>
        {groups.map(({ group, formats: members }) => (
          <section key={group} aria-labelledby={`group-${group}`} data-size={Math.min(members.length, 3)}>
            <h3 id={`group-${group}`} className={styles.group}>
              {groupLabels[group]()}
            </h3>
            <ul className={styles.list}>
              {members.map(({ key, name }) => (
                <FormatTile key={key} format={key} name={name} slug={slug} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

function FormatTile({ format, name, slug }: { format: string; name: string; slug: string }) {
  const { icon: Icon, summary, group } = guideOf(format);
  return (
    <li className={styles.tile} data-group={group}>
      <span className={styles.icon}>
        <Icon size={18} strokeWidth={1.75} aria-hidden />
      </span>
      <div>
        <Link to="/w/$slug/sources/new" params={{ slug }} search={{ format }} className={styles.link}>
          {name}
        </Link>
        <p>{summary()}</p>
      </div>
    </li>
  );
}
