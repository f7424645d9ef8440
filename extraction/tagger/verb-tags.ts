import { tags } from "../syntax/tags.ts";

/** By index in `tags`: 1 for a verb, 2 for a modal, 0 for what is neither. */
export const isVerbTag: Uint8Array = new Uint8Array(256);
for (const [index, tag] of tags.entries()) if (tag.startsWith("VB")) isVerbTag[index] = 1;
isVerbTag[tags.indexOf("MD")] = 2;
