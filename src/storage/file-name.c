#include "file-name.h"

#include <string.h>

static gboolean
ends_with (const char *name, const char *ending)
{
  gsize length = strlen (name), tail = strlen (ending);

  return tail <= length && g_ascii_strcasecmp (name + length - tail, ending) == 0;
}

/* Who types "x.png" over the stem of "old.png" gets "x.png.png", and of "old.xml.gz", ".gz" once more. */
static gboolean
drop_second_ending (char *name, const char *typed, const char *left)
{
  g_autofree char *before = NULL;
  gsize length;

  if (!ends_with (name, left))
    return FALSE;
  length = strlen (name) - strlen (left);
  before = g_strndup (name, length);
  if (length == strlen (typed) || !ends_with (before, typed))
    return FALSE;
  name[length] = '\0';
  return TRUE;
}

/**
 * tl_file_name_with_ending:
 * @name: the name of a file, as a person gave it
 * @ending: how names of this kind end, with the dot
 * @other: (nullable): how they may end as well
 *
 * Letters in any case are the same ending.
 *
 * Returns: (transfer full): @name with one ending: @ending where it had none
 */
char *
tl_file_name_with_ending (const char *name, const char *ending, const char *other)
{
  const char *ends[] = { ending, other ? other : ending, strrchr (other ? other : ending, '.') };
  g_autofree char *whole = g_strdup (name);

  for (guint typed = 0; typed < 2; typed++)
    for (guint left = 0; left < G_N_ELEMENTS (ends); left++)
      /* ".gz" after ".throughline" is the other ending, and no second one. */
      if (!(other && ends_with (whole, other) && !ends_with (ends[typed], ends[2]))
          && drop_second_ending (whole, ends[typed], ends[left]))
        return g_steal_pointer (&whole);
  if (ends_with (whole, ending) || (other && ends_with (whole, other)))
    return g_steal_pointer (&whole);
  return g_strconcat (whole, ending, NULL);
}
