import type { EditorPlace } from "./editor-place.ts";
import { propertiesOf } from "./node-properties.ts";

/** Everything that can be changed where the editor stands. */
export const propertiesAt = ({ at, node }: EditorPlace) =>
  propertiesOf(at?.kind ?? "form", at ? String(node["type"] ?? "") : "");
