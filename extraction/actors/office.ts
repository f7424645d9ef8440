import type { Entity } from "./entity.ts";
import { genderOf } from "./gender.ts";
import type { NameRun } from "./name-run.ts";

/** Offices whose holders news names by the surname alone; a closed choice. */
const sovereign = new Set(["chancellor", "emperor", "king", "pope", "premier", "president", "queen"]);

/** Whether a title is an office whose holder needs no introduction: "President". */
export const isSovereign = (title: string): boolean => sovereign.has(title.toLowerCase());

/** Whether a title tells people of one surname apart: by gender, or by an office that one at a time has. */
export const tellsApart = (title: string): boolean =>
  isSovereign(title) || genderOf(title, undefined) !== null;

/** Whether the article says that somebody has this title. */
export const holds = ({ roles }: Entity, title: string): boolean =>
  roles.some((role) => role.toLowerCase().includes(title.toLowerCase()));

/** Whether "President Ruiz" is somebody else than the one of the surname who is first named in full at `named`. */
export const isAnother = ({ title, span }: NameRun, entity: Entity, named = 0): boolean =>
  title !== null && isSovereign(title) && !holds(entity, title) && span[0] < named;
