#ifndef CITY_STEP_FLOOR_H
#define CITY_STEP_FLOOR_H
#include <stdint.h>

/// The least that a year of a household x dwelling market costs in plain C: a rate is drawn for every household, 8.3% of
/// them look at 30 vacancies each with a logit of five terms, take one and leave theirs to the next. No ages, no rules,
/// no tenures, no records. Returns the number of moves, so that nothing is optimised away.
int64_t city_step_floor(int32_t households, int32_t years, uint64_t seed);
#endif
