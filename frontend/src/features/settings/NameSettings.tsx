import { useId } from "react";
import { setRunSettings, useSpec } from "@/state/document";
import { FormRow, formStyles } from "@/ui";
import { useWords } from "@/words";
import { Section } from "./Section";

/** What the run is called. */
export function NameSettings() {
  const say = useWords("settings");
  const id = useId();
  const name = useSpec((spec) => spec.name) ?? "";
  return (
    <Section>
      <FormRow label={say("name.label")} htmlFor={id}>
        <input
          id={id}
          className={formStyles.select}
          style={{ backgroundImage: "none" }}
          value={name}
          maxLength={200}
          placeholder={say("name.empty")}
          data-testid="field-name"
          onChange={(event) => {
            setRunSettings({ name: event.currentTarget.value });
          }}
        />
      </FormRow>
    </Section>
  );
}
