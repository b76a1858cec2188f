import type { RawValue } from "#app/domain/forms/raw-answers.ts";
import type { CompanyProfile } from "#app/features/companies/find-profile.ts";
import { registeredKeys } from "#app/features/profile-form.ts";
import type { Locale } from "#app/i18n/locale.ts";
import type { ShownConflict } from "#app/ui/form/form-view.ts";
import { type KeptSection, keptSection } from "#app/ui/form/kept-section.ts";

export interface ProfileView extends KeptSection {
  profile: CompanyProfile;
}

interface Wanted {
  profile: CompanyProfile;
  sectionKey: string;
  locale: Locale;
  now: Date;
  /** Wrong answers are marked after a save; missing ones only wait. */
  showErrors: boolean;
  conflicts?: ReadonlyMap<string, ShownConflict>;
  typed?: ReadonlyMap<string, RawValue>;
}

/** The same questions as in an application, on the company's own page; undefined when there is no such section. */
export function profileView({ profile, ...wanted }: Wanted): ProfileView | undefined {
  const { definition, raw, mayEdit } = profile;
  const kept = keptSection({ ...wanted, definition, raw, mayEdit, fixedKeys: registeredKeys });
  return kept && { ...kept, profile };
}
