import { Menu } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import type { RefObject } from "react";
import { count } from "@/draw/format";
import { useTheme } from "@/ui/canvas/theme";
import { useWords } from "@/words";
import controls from "../controls.module.css";
import { composePicture, download } from "./picture";
import { fileName, newestStep, type Table, toCsv } from "./table";

/** What a view offers to take away. */
export interface Figures {
  /** How its files are named. */
  readonly name: string;
  /** What is said over its picture, without the step. */
  readonly caption: string;
  /** The very figures that are drawn. */
  readonly read: () => Table;
  /** Whether it is drawn on canvases; a table of text is saved as figures alone. */
  readonly isPicture?: boolean;
}

/** A view's picture and its figures, to be kept. */
export function SaveMenu({
  figures,
  body,
}: {
  figures: Figures;
  body: RefObject<HTMLElement | null>;
}) {
  const say = useWords("watch");
  const theme = useTheme();
  const { name, caption, read, isPicture = true } = figures;
  const savePicture = (): void => {
    const step = newestStep(read());
    const said = step === null ? caption : `${caption} · ${say("step", { step: count(step) })}`;
    const picture = body.current === null ? null : composePicture(body.current, said, theme);
    picture?.toBlob((content) => {
      if (content !== null) download(content, fileName(name, step, "png"));
    });
  };
  const saveTable = (): void => {
    const table = read();
    const content = new Blob([toCsv(table)], { type: "text/csv;charset=utf-8" });
    download(content, fileName(name, newestStep(table), "csv"));
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <button
          type="button"
          className={controls.save}
          aria-label={say("save.label", { view: caption })}
          title={say("save.hint")}
          data-testid={`save-${name}`}
        >
          <IconDownload size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {isPicture && (
          <Menu.Item onClick={savePicture} data-testid={`save-${name}-png`}>
            {say("save.picture")}
          </Menu.Item>
        )}
        <Menu.Item onClick={saveTable} data-testid={`save-${name}-csv`}>
          {say("save.figures")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
