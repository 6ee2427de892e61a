/* ignored-leaks.c: what libraries allocate while they are loaded is theirs, and no leak of ours.
 *
 * GLib keeps a table of quarks from then on. Once it is full it moves, and the old one stays for who still reads it.
 * A line in lsan.supp would need the whole stack of every allocation, which costs most of a test's time. */

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>

/* Before any library is initialised. */
static void
begin (void)
{
  __lsan_disable ();
}

__attribute__ ((section (".preinit_array"), used)) static void (*const at_load) (void) = begin;

/* After all of them. */
__attribute__ ((constructor)) static void
end (void)
{
  __lsan_enable ();
}
#endif
