import { useId } from "react";
import { setRunSettings, useSpec } from "@/state/document";
import { FormRow, formStyles } from "@/ui";
import { Section } from "./Section";

/** What the run is called. */
export function NameSettings() {
  const id = useId();
  const name = useSpec((spec) => spec.name) ?? "";
  return (
    <Section>
      <FormRow label="Name" htmlFor={id}>
        <input
          id={id}
          className={formStyles.select}
          style={{ backgroundImage: "none" }}
          value={name}
          maxLength={200}
          placeholder="unnamed"
          data-testid="field-name"
          onChange={(event) => {
            setRunSettings({ name: event.currentTarget.value });
          }}
        />
      </FormRow>
    </Section>
  );
}
