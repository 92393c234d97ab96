/*
 * Stands between a program and the C library's file calls, and makes the k-th call that touches one folder go wrong.
 * Loaded with LD_PRELOAD; src/ knows nothing of it, so what is tested is what ships.
 *
 *   FAULT_FOLDER            only paths below this folder count, and the file descriptors opened there
 *   FAULT_LOG               where the calls that were counted are written, one a line
 *   FAULT_NO_FOLDER_FLUSH   when set, flushing a folder says yes and does nothing: the control that must lose words
 *
 * The program gives orders by opening paths that do not exist, so that one process can go through many faults:
 *
 *   /faults/arm/K/MODE      from now on, count, and forget what is unflushed; MODE is count, kill, short, short:ERRNO or
 *                           ERRNO. Fails with ENOENT.
 *   /faults/disarm          stop. Fails with ENOENT.
 *   /faults/struck          did the fault strike? Fails with EEXIST if it did, with ENOENT if not.
 *   /faults/unflushed       is there anything a power cut could undo? Fails with EEXIST if so, with ENOENT if not.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define ORDERS "/faults/"
#define MAX_FILES 4096
#define MAX_UNFLUSHED 256
#define LONGEST 1024

enum verdict { GO_ON, FAIL, SHORT };

/* What each open descriptor below the folder is, and whether bytes were written to it that were not flushed. */
static struct { char path[LONGEST]; int is_open, unflushed; } files[MAX_FILES];
/* Files whose bytes, and folders whose names, a power cut could undo. */
static char unflushed[MAX_UNFLUSHED][LONGEST];
static int armed, calls, strike_at, struck, then_errno;
static char mode[32];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

#define REAL(result, name, ...)                                   \
  static result (*real)(__VA_ARGS__);                             \
  if (!real) real = (result(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

static int is_below(const char *path) {
  static const char *folder;
  if (!folder) folder = getenv("FAULT_FOLDER");
  if (!folder || !path) return 0;
  size_t length = strlen(folder);
  return strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == 0);
}

static int is_tracked(int fd) { return fd >= 0 && fd < MAX_FILES && files[fd].is_open; }

static int place_of(const char *path) {
  for (int at = 0; at < MAX_UNFLUSHED; at++) if (strcmp(unflushed[at], path) == 0) return at;
  return -1;
}

/* Node calls from several threads: two that note one folder at once must not note it twice. */
static pthread_mutex_t noting = PTHREAD_MUTEX_INITIALIZER;

static void note_unflushed(const char *path) {
  pthread_mutex_lock(&noting);
  int free_place = place_of(path) >= 0 ? -1 : place_of("");
  if (free_place >= 0) snprintf(unflushed[free_place], LONGEST, "%s", path);
  pthread_mutex_unlock(&noting);
}

/* Whether it was noted as unflushed. */
static int note_flushed(const char *path) {
  pthread_mutex_lock(&noting);
  int at = place_of(path);
  if (at >= 0) unflushed[at][0] = 0;
  pthread_mutex_unlock(&noting);
  return at >= 0;
}

/* A name was made, changed or taken away in the folder of this path. */
static void note_name(const char *path) {
  if (!is_below(path)) return;
  char folder[LONGEST];
  snprintf(folder, LONGEST, "%s", path);
  char *slash = strrchr(folder, '/');
  if (slash) *slash = 0;
  note_unflushed(folder);
}

static void log_call(const char *call, const char *path) {
  const char *log = getenv("FAULT_LOG");
  if (!log) return;
  char line[LONGEST + 64];
  int length = snprintf(line, sizeof line, "%s %s\n", call, path);
  int fd = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_APPEND | O_CREAT, 0644);
  if (fd < 0) return;
  syscall(SYS_write, fd, line, length);
  syscall(SYS_close, fd);
}

/* Counts a call and says what is to become of it. */
static enum verdict judge(const char *call, const char *path) {
  if (!armed) return GO_ON;
  pthread_mutex_lock(&lock);
  int number = ++calls;
  enum verdict verdict = GO_ON;
  if (strcmp(mode, "count") == 0) log_call(call, path);
  else if (then_errno && struck && strcmp(call, "write") == 0) {
    errno = then_errno;
    verdict = FAIL;
  } else if (number == strike_at) {
    struck = 1;
    if (strcmp(mode, "kill") == 0) {
      kill(getpid(), SIGKILL);
      for (;;) pause();
    }
    if (strncmp(mode, "short", 5) == 0) verdict = SHORT;
    else {
      errno = atoi(mode);
      verdict = FAIL;
    }
  }
  pthread_mutex_unlock(&lock);
  return verdict;
}

/* Takes an order; always sets errno. */
static int order(const char *path) {
  const char *what = path + strlen(ORDERS);
  errno = ENOENT;
  if (strncmp(what, "arm/", 4) == 0) {
    calls = struck = then_errno = 0;
    memset(unflushed, 0, sizeof unflushed);
    sscanf(what + 4, "%d/%31s", &strike_at, mode);
    if (strncmp(mode, "short:", 6) == 0) then_errno = atoi(mode + 6);
    armed = 1;
  } else if (strcmp(what, "disarm") == 0) armed = 0;
  else if (strcmp(what, "struck") == 0) errno = struck ? EEXIST : ENOENT;
  else if (strcmp(what, "unflushed") == 0) {
    for (int at = 0; at < MAX_UNFLUSHED; at++) if (unflushed[at][0]) errno = EEXIST;
  }
  return -1;
}

static int opened(const char *path, int flags, int fd) {
  if (fd < 0 || fd >= MAX_FILES) return fd;
  files[fd].is_open = is_below(path);
  files[fd].unflushed = 0;
  if (!files[fd].is_open) return fd;
  snprintf(files[fd].path, LONGEST, "%s", path);
  if (flags & O_CREAT) note_name(path);
  return fd;
}

#define OPEN(name)                                                          \
  int name(const char *path, int flags, ...) {                              \
    va_list rest;                                                           \
    va_start(rest, flags);                                                  \
    int permissions = va_arg(rest, int);                                    \
    va_end(rest);                                                           \
    REAL(int, name, const char *, int, ...);                                \
    if (strncmp(path, ORDERS, strlen(ORDERS)) == 0) return order(path);         \
    if (is_below(path) && judge("open", path) == FAIL) return -1;           \
    return opened(path, flags, real(path, flags, permissions));             \
  }
OPEN(open)
OPEN(open64)

/* A write: the count may be cut, and what was written is not flushed. */
#define WRITE(fd, count)                                  \
  if (is_tracked(fd)) {                                   \
    enum verdict verdict = judge("write", files[fd].path); \
    if (verdict == FAIL) return -1;                       \
    if (verdict == SHORT && count > 1) count /= 2;        \
    files[fd].unflushed = 1;                              \
  }

ssize_t write(int fd, const void *bytes, size_t count) {
  REAL(ssize_t, write, int, const void *, size_t);
  WRITE(fd, count)
  return real(fd, bytes, count);
}
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) {
  REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t);
  WRITE(fd, count)
  return real(fd, bytes, count, at);
}
ssize_t writev(int fd, const struct iovec *parts, int count) {
  REAL(ssize_t, writev, int, const struct iovec *, int);
  WRITE(fd, count)
  return real(fd, parts, count);
}
ssize_t sendfile64(int fd, int from, off64_t *at, size_t count) {
  REAL(ssize_t, sendfile64, int, int, off64_t *, size_t);
  WRITE(fd, count)
  return real(fd, from, at, count);
}
ssize_t copy_file_range(int from, off64_t *from_at, int fd, off64_t *at, size_t count, unsigned flags) {
  REAL(ssize_t, copy_file_range, int, off64_t *, int, off64_t *, size_t, unsigned);
  WRITE(fd, count)
  return real(from, from_at, fd, at, count, flags);
}
int ftruncate64(int fd, off64_t length) {
  REAL(int, ftruncate64, int, off64_t);
  if (is_tracked(fd)) {
    if (judge("truncate", files[fd].path) == FAIL) return -1;
    files[fd].unflushed = 1;
  }
  return real(fd, length);
}

ssize_t read(int fd, void *bytes, size_t count) {
  REAL(ssize_t, read, int, void *, size_t);
  if (is_tracked(fd)) {
    enum verdict verdict = judge("read", files[fd].path);
    if (verdict == FAIL) return -1;
    if (verdict == SHORT && count > 1) count /= 2;
  }
  return real(fd, bytes, count);
}

ssize_t pread64(int fd, void *bytes, size_t count, off64_t at) {
  REAL(ssize_t, pread64, int, void *, size_t, off64_t);
  if (is_tracked(fd)) {
    enum verdict verdict = judge("read", files[fd].path);
    if (verdict == FAIL) return -1;
    if (verdict == SHORT && count > 1) count /= 2;
  }
  return real(fd, bytes, count, at);
}

static int is_folder(int fd) {
  struct stat stat;
  return fstat(fd, &stat) == 0 && S_ISDIR(stat.st_mode);
}

#define FLUSH(name)                                                          \
  int name(int fd) {                                                         \
    REAL(int, name, int);                                                    \
    if (!is_tracked(fd)) return real(fd);                                    \
    if (judge("flush", files[fd].path) == FAIL) return -1;                   \
    if (getenv("FAULT_NO_FOLDER_FLUSH") && is_folder(fd)) return 0;          \
    int result = real(fd);                                                   \
    if (result == 0) {                                                       \
      files[fd].unflushed = 0;                                               \
      note_flushed(files[fd].path);                                          \
    }                                                                        \
    return result;                                                           \
  }
FLUSH(fsync)
FLUSH(fdatasync)

/* A close that fails has closed all the same, as on Linux. */
int close(int fd) {
  REAL(int, close, int);
  if (!is_tracked(fd)) return real(fd);
  enum verdict verdict = judge("close", files[fd].path);
  int because = errno;
  if (files[fd].unflushed) note_unflushed(files[fd].path);
  files[fd].is_open = 0;
  int result = real(fd);
  if (verdict != FAIL) return result;
  errno = because;
  return -1;
}

int rename(const char *from, const char *to) {
  REAL(int, rename, const char *, const char *);
  if ((is_below(from) || is_below(to)) && judge("rename", to) == FAIL) return -1;
  int result = real(from, to);
  if (result == 0) {
    note_name(from);
    note_name(to);
    if (note_flushed(from)) note_unflushed(to);
  }
  return result;
}

int link(const char *from, const char *to) {
  REAL(int, link, const char *, const char *);
  if (is_below(to) && judge("link", to) == FAIL) return -1;
  int result = real(from, to);
  if (result == 0) note_name(to);
  return result;
}

int unlink(const char *path) {
  REAL(int, unlink, const char *);
  if (is_below(path) && judge("unlink", path) == FAIL) return -1;
  int result = real(path);
  if (result == 0 && is_below(path)) {
    note_name(path);
    note_flushed(path);
  }
  return result;
}

int mkdir(const char *path, mode_t permissions) {
  REAL(int, mkdir, const char *, mode_t);
  if (is_below(path) && judge("mkdir", path) == FAIL) return -1;
  int result = real(path, permissions);
  if (result == 0) note_name(path);
  return result;
}

/* Node closes and looks at files by system calls that have no function of their own in every C library. */
long syscall(long number, ...) {
  va_list rest;
  va_start(rest, number);
  long a = va_arg(rest, long), b = va_arg(rest, long), c = va_arg(rest, long);
  long d = va_arg(rest, long), e = va_arg(rest, long), f = va_arg(rest, long);
  va_end(rest);
  REAL(long, syscall, long, ...);
  if (number == SYS_close) return close((int)a);
  if (number == SYS_statx) {
    const char *path = (const char *)b;
    if (path[0] == 0 && is_tracked((int)a)) path = files[a].path;
    if (is_below(path) && judge("stat", path) == FAIL) return -1;
  }
  return real(number, a, b, c, d, e, f);
}
