/* Preloaded, moves the calendar of a program by OTHER_TIME_S seconds: what it asks the clock for, and
   the times of files, in both directions. What only measures time, as sleeping does, stays as it is,
   which libfaketime cannot offer: there a sleep is refused, or a timeout is never over. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>

static time_t moved_s(void)
{
    const char *given = getenv("OTHER_TIME_S");
    return given == NULL ? 0 : atoll(given);
}

#define REAL(name, ...) \
    ({ static int (*real)(__VA_ARGS__); if (real == NULL) real = dlsym(RTLD_NEXT, name); real; })

int clock_gettime(clockid_t clock, struct timespec *now)
{
    int failed = REAL("clock_gettime", clockid_t, struct timespec *)(clock, now);
    if (failed == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        now->tv_sec += moved_s();
    return failed;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone)
{
    int failed = REAL("gettimeofday", struct timeval *, void *)(now, zone);
    if (failed == 0)
        now->tv_sec += moved_s();
    return failed;
}

time_t time(time_t *kept)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (kept != NULL)
        *kept = now.tv_sec;
    return now.tv_sec;
}

/* On 64-bit systems struct stat64 is struct stat, and programs ask by either name. */
static int moved(int failed, struct stat *found)
{
    if (failed == 0) {
        found->st_atim.tv_sec += moved_s();
        found->st_mtim.tv_sec += moved_s();
        found->st_ctim.tv_sec += moved_s();
    }
    return failed;
}

#define BY_PATH(name) \
    int moved_##name(const char *path, struct stat *found) __asm__(#name); \
    int moved_##name(const char *path, struct stat *found) \
    { \
        return moved(REAL(#name, const char *, struct stat *)(path, found), found); \
    }
#define BY_HANDLE(name) \
    int moved_##name(int handle, struct stat *found) __asm__(#name); \
    int moved_##name(int handle, struct stat *found) \
    { \
        return moved(REAL(#name, int, struct stat *)(handle, found), found); \
    }
#define FROM_FOLDER(name) \
    int moved_##name(int from, const char *path, struct stat *found, int flags) __asm__(#name); \
    int moved_##name(int from, const char *path, struct stat *found, int flags) \
    { \
        return moved( \
            REAL(#name, int, const char *, struct stat *, int)(from, path, found, flags), found); \
    }

BY_PATH(stat)
BY_PATH(stat64)
BY_PATH(lstat)
BY_PATH(lstat64)
BY_HANDLE(fstat)
BY_HANDLE(fstat64)
FROM_FOLDER(fstatat)
FROM_FOLDER(fstatat64)

static void moved_back(const struct timespec given[2], struct timespec times[2])
{
    for (int each = 0; each < 2; each++) {
        times[each] = given[each];
        if (given[each].tv_nsec != UTIME_NOW && given[each].tv_nsec != UTIME_OMIT)
            times[each].tv_sec -= moved_s();
    }
}

int utimensat(int from, const char *path, const struct timespec given[2], int flags)
{
    struct timespec times[2];
    if (given != NULL)
        moved_back(given, times);
    return REAL("utimensat", int, const char *, const struct timespec *, int)(
        from, path, given == NULL ? NULL : times, flags);
}

int futimens(int handle, const struct timespec given[2])
{
    struct timespec times[2];
    if (given != NULL)
        moved_back(given, times);
    return REAL("futimens", int, const struct timespec *)(handle, given == NULL ? NULL : times);
}
