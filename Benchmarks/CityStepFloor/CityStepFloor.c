#include "CityStepFloor.h"
#include <math.h>
#include <stdlib.h>

typedef struct {
    float price, size, x, y, quality;
    int32_t dwelling;
} Vacancy;

static inline uint64_t draw(uint64_t *state) {
    uint64_t z = (*state += 0x9E3779B97F4A7C15ull);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
}

static inline float unit(uint64_t *state) { return (float)(draw(state) >> 40) * 0x1p-24f; }

int64_t city_step_floor(int32_t households, int32_t years, uint64_t seed) {
    int32_t dwellings = households + households / 50;
    int32_t vacancies = dwellings - households;
    Vacancy *all = malloc(sizeof(Vacancy) * (size_t)dwellings);
    Vacancy *vacant = malloc(sizeof(Vacancy) * (size_t)vacancies);
    int32_t *home = malloc(sizeof(int32_t) * (size_t)households);
    float *income = malloc(sizeof(float) * (size_t)households);
    uint64_t state = seed;
    for (int32_t d = 0; d < dwellings; d++) {
        all[d] = (Vacancy){unit(&state), unit(&state), unit(&state), unit(&state), unit(&state), d};
    }
    for (int32_t h = 0; h < households; h++) {
        home[h] = h;
        income[h] = unit(&state);
    }
    for (int32_t v = 0; v < vacancies; v++) vacant[v] = all[households + v];
    int64_t moves = 0;
    for (int32_t year = 0; year < years; year++) {
        for (int32_t h = 0; h < households; h++) {
            if (unit(&state) >= 0.083f) continue;
            Vacancy *present = &all[home[h]];
            float sum = 0, sums[30];
            int32_t places[30];
            for (int look = 0; look < 30; look++) {
                int32_t place = (int32_t)((draw(&state) >> 32) * (uint64_t)vacancies >> 32);
                Vacancy *one = &vacant[place];
                float dx = one->x - present->x, dy = one->y - present->y;
                float utility = -2.0f * fabsf(one->price - income[h]) + 0.8f * one->size + 0.5f * one->quality
                    - 1.5f * sqrtf(dx * dx + dy * dy) - 0.3f * one->price;
                sum += expf(utility);
                sums[look] = sum;
                places[look] = place;
            }
            float target = unit(&state) * sum;
            int chosen = 0;
            while (chosen < 29 && sums[chosen] <= target) chosen++;
            Vacancy left = *present;
            home[h] = vacant[places[chosen]].dwelling;
            vacant[places[chosen]] = left;
            moves++;
        }
    }
    free(all);
    free(vacant);
    free(home);
    free(income);
    return moves;
}
