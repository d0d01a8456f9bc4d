import { useEffect, useState } from "react";

const pauseMs = 300;

/**
 * The text of a search box whose search stands in the address. It is passed on a pause after the last key;
 * when the address changes for another reason (a link, “show all”), the text follows it.
 */
export function useSearchText(sought: string, onSearch: (text: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(sought);
  const [asked, setAsked] = useState(sought);
  const [seen, setSeen] = useState(sought);
  if (seen !== sought) {
    setSeen(sought);
    if (sought !== asked) {
      setAsked(sought);
      setText(sought);
    }
  }

  useEffect(() => {
    const wanted = text.trim();
    if (wanted === asked) return;
    const timer = setTimeout(() => {
      setAsked(wanted);
      onSearch(wanted);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text, asked, onSearch]);

  return [text, setText];
}
