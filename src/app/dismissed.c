#include "app/dismissed.h"

#include "app/settings.h"

#define KEY "dismissed-hints"
/* Of older ones the hint may come back. */
#define MOST 200

/* Where nothing can be remembered, at least until the program ends. */
static GHashTable *this_time;

static char *
sum_of (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/**
 * tl_dismissed_has:
 * @text: what a team wrote
 *
 * Returns: whether the hint for just this text was put away
 */
gboolean
tl_dismissed_has (const char *text)
{
  GSettings *settings = tl_settings_get ();
  g_autofree char *sum = sum_of (text);
  g_auto (GStrv) sums = settings ? g_settings_get_strv (settings, KEY) : NULL;

  if (this_time && g_hash_table_contains (this_time, sum))
    return TRUE;
  return sums && g_strv_contains ((const char *const *) sums, sum);
}

static void
remember (GSettings *settings, const char *sum)
{
  g_auto (GStrv) old = g_settings_get_strv (settings, KEY);
  g_autoptr (GPtrArray) sums = g_ptr_array_new ();
  guint n = g_strv_length (old);

  for (guint i = n >= MOST ? n - MOST + 1 : 0; i < n; i++)
    g_ptr_array_add (sums, old[i]);
  g_ptr_array_add (sums, (gpointer) sum);
  g_ptr_array_add (sums, NULL);
  g_settings_set_strv (settings, KEY, (const char *const *) sums->pdata);
}

/**
 * tl_dismissed_add:
 * @text: what a team wrote
 *
 * The hint for just this text does not come again. Only a fingerprint of it is remembered: purposes
 * are nobody else's business.
 */
void
tl_dismissed_add (const char *text)
{
  GSettings *settings = tl_settings_get ();
  char *sum;

  if (tl_dismissed_has (text))
    return;
  sum = sum_of (text);
  if (settings)
    remember (settings, sum);
  if (!this_time)
    this_time = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (this_time, sum);
}
