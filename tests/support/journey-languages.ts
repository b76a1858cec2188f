type Language = "zh" | "en";

/**
 * Languages in which a journey is made: the one named, and both where E2E_LANGUAGES=both (`npm run check`). Words stand
 * beside each other in one table and every page is walked in both; the journeys follow what scripts and the server do.
 */
export const journeyIn = (language: Language): Language[] =>
  process.env.E2E_LANGUAGES === "both" ? ["zh", "en"] : [language];
