/* view-by-role.c: hours of each role by bucket, against the hours that it has. */
#include "paint/view.h"

#include "paint/bucket-rows.h"
#include "paint/words.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static const TlRoleNumbers *
role_at (const TlCapacity *capacity, guint index)
{
  return &g_array_index (capacity->roles, TlRoleNumbers, index);
}

static char *
role_name (const TlRoleNumbers *numbers)
{
  if (!numbers->role)
    return g_strdup (_ ("Steps without a role"));
  return tl_words_name (numbers->role->name);
}

static char *
number_words (double used, double available)
{
  g_autofree char *words = NULL;
  g_autofree char *over = NULL;

  if (!(available > 0))
    return tl_words_hours (used);
  words = tl_words_hours_of (used, available);
  if (used <= available)
    return g_steal_pointer (&words);
  over = tl_words_hours (used - available);
  /* TRANSLATORS: hours, as "663 of 640 h: overload 23 h" */
  return g_strdup_printf (_ ("%s: overload %s"), words, over);
}

static TlBarRow *
role_row (gconstpointer list, guint index)
{
  const TlRoleNumbers *numbers = role_at (list, index);
  TlBarRow *row
      = tl_bar_row_new (role_name (numbers), number_words (tl_buckets_sum (&numbers->hours), numbers->available));

  tl_bar_row_set_buckets (row, &numbers->hours);
  row->available = numbers->available;
  return row;
}

/* Without a bar, which might be longer than those of all roles above it. */
static TlBarRow *
rest_row (gconstpointer list, guint from)
{
  const TlCapacity *capacity = list;
  guint n = capacity->roles->len - from;
  double hours = 0;
  TlBarRow *row;

  for (guint i = from; i < capacity->roles->len; i++)
    hours += tl_buckets_sum (&role_at (capacity, i)->hours);
  row = tl_bar_row_new (g_strdup_printf (ngettext ("and %u more role", "and %u more roles", n), n),
                        tl_words_hours (hours));
  row->rest = TRUE;
  return row;
}

static void
fill (TlScene *scene, const TlSubject *subject, const TlBox *body)
{
  const TlCapacity *capacity = subject->capacity;
  TlBucketRows rows = { capacity, capacity->roles->len, role_row, rest_row, 0.3 };

  tl_bucket_rows_add (scene, capacity, &rows, body);
}

/* The role with the least room: by the share of its hours that is used. */
static const TlRoleNumbers *
tightest (const TlCapacity *capacity)
{
  const TlRoleNumbers *found = NULL;
  double most = -1;

  for (guint i = 0; i < capacity->roles->len; i++)
    {
      const TlRoleNumbers *numbers = role_at (capacity, i);
      double load = tl_buckets_sum (&numbers->hours) / numbers->available;

      if (!numbers->role || !(numbers->available > 0) || load <= most)
        continue;
      most = load;
      found = numbers;
    }
  return found;
}

static char *
finding (const TlSubject *subject)
{
  const TlCapacity *capacity = subject->capacity;
  const TlRoleNumbers *role = tightest (capacity);
  double used = role ? tl_buckets_sum (&role->hours) : capacity->used;
  g_autofree char *name = role ? role_name (role) : NULL;
  g_autofree char *hours = role ? tl_words_hours_of_per (used, role->available, capacity->period)
                                : tl_words_hours_per (used, capacity->period);

  if (!role)
    /* TRANSLATORS: hours, as "689 h a week" */
    return g_strdup_printf (_ ("%s are worked; no role says how many hours it has"), hours);
  if (used > role->available)
    /* TRANSLATORS: the name of a role, and hours as "663 of 640 h a week" */
    return g_strdup_printf (_ ("“%s” has more work than hours: %s"), name, hours);
  /* TRANSLATORS: the name of a role, and hours as "474 of 640 h a week" */
  return g_strdup_printf (_ ("“%s” is the tightest role: %s"), name, hours);
}

static double
least (const TlSubject *subject)
{
  return tl_bucket_rows_least (subject->capacity->roles->len);
}

static double
comfort (TlScene *scene, const TlSubject *subject, double width)
{
  return tl_bucket_rows_comfort (scene, subject->capacity, subject->capacity->roles->len, width);
}

const TlViewType tl_view_by_role_type = {
  .nick = "capacity-by-role",
  .label = N_ ("Capacity by role"),
  .nothing = tl_view_no_hours,
  .finding = finding,
  .count = tl_view_count_contacts,
  .least = least,
  .comfort = comfort,
  .fill = fill,
};
