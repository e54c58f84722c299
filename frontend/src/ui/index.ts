/** Controls and words that know no store. */
export { FamilyDot, familyColor } from "./FamilyDot";
export { Findings } from "./Findings";
export { Formula } from "./Formula";
export * from "./format";
export { type Bounds, readFields, steppedRate } from "./forms/field";
export { MendButtons, MendContext } from "./MendButtons";
export { FieldErrors, type Mendable } from "./forms/FieldErrors";
export { KindSelect, KindSettings } from "./forms/KindField";
export { NumberField } from "./forms/NumberField";
export { type FormEntry, SettingsForm } from "./forms/SettingsForm";
export { FormRow, formStyles } from "./forms/FormRow";
export { SmallChart, type SmallFigure } from "./SmallChart";
export { useAnswer } from "./useAnswer";
