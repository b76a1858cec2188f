import { holidayYears } from "#db/programme/holidays.ts";
import { workingCalendar } from "#app/domain/shared/working-days.ts";

/** The State Council's days off and worked weekends, as every deadline of the fund counts them. */
export const fundCalendar = workingCalendar(holidayYears);
