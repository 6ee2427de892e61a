#include "log-counts.h"

#include <math.h>

#include "day.h"
#include "moment.h"

/* In so many parts a minute is cut. */
#define FRACTION_BITS 36

#define DAYS_A_WEEK 7

/* Fewer contacts than these are counted one by one, whatever part of the log they are. */
#define MANY 4096

static guint
hash_cell (gconstpointer data)
{
  const TlLogCell *cell = data;

  return g_direct_hash (cell->demand) * 31u + cell->when * 4u + (guint) cell->kind;
}

static gboolean
is_same_cell (gconstpointer a, gconstpointer b)
{
  const TlLogCell *first = a, *second = b;

  return first->demand == second->demand && first->when == second->when && first->kind == second->kind;
}

static TlLogCounts *
counts_new (void)
{
  TlLogCounts *self = g_new0 (TlLogCounts, 1);

  self->by_day = g_ptr_array_new_with_free_func (g_free);
  self->by_hour = g_ptr_array_new_with_free_func (g_free);
  self->days = g_hash_table_new (hash_cell, is_same_cell);
  self->hours = g_hash_table_new (hash_cell, is_same_cell);
  return self;
}

/* tl_log_counts_free: for the study that they are of. */
void
tl_log_counts_free (TlLogCounts *self)
{
  g_hash_table_unref (self->days);
  g_hash_table_unref (self->hours);
  g_ptr_array_unref (self->by_day);
  g_ptr_array_unref (self->by_hour);
  g_free (self);
}

/* ---- one cell ---- */

static TlLogCell *
cell_like (GHashTable *table, GPtrArray *cells, const TlLogCell *like)
{
  TlLogCell *cell = g_hash_table_lookup (table, like);

  if (cell)
    return cell;
  cell = g_new (TlLogCell, 1);
  *cell = *like;
  cell->place = cells->len;
  g_ptr_array_add (cells, cell);
  g_hash_table_add (table, cell);
  return cell;
}

/* What counts nothing goes: its type may be gone, and another stand at the same place in memory. */
static void
drop (GHashTable *table, GPtrArray *cells, TlLogCell *cell)
{
  guint place = cell->place;

  g_hash_table_remove (table, cell);
  g_ptr_array_remove_index_fast (cells, place);
  if (place < cells->len)
    ((TlLogCell *) cells->pdata[place])->place = place;
}

/* @sign: 1 to add, −1 to take away */
static void
change (GHashTable *table, GPtrArray *cells, const TlLogCell *like, double minutes, int sign)
{
  TlLogCell *cell = cell_like (table, cells, like);

  cell->n += (guint) sign;
  if (!isnan (minutes))
    {
      double whole = floor (minutes);

      cell->n_timed += (guint) sign;
      cell->whole += sign * (gint64) whole;
      cell->fractions += sign * (gint64) ldexp (minutes - whole, FRACTION_BITS);
    }
  if (cell->n == 0)
    drop (table, cells, cell);
}

static void
count (TlLogCounts *self, const TlContact *contact, int sign)
{
  guint32 day = tl_day_read (contact->when);
  TlLogCell like = { .demand = contact->demand, .when = day, .kind = contact->kind };
  int hour;

  change (self->days, self->by_day, &like, contact->minutes, sign);
  if (day == 0)
    return;
  hour = tl_hour_of (contact->when);
  /* The first Julian day of GLib was a Monday. */
  like.when = (day - 1) % DAYS_A_WEEK * TL_LOG_SLOTS_A_DAY + (hour < 0 ? TL_LOG_NO_HOUR : (guint) hour);
  change (self->hours, self->by_hour, &like, contact->minutes, sign);
}

/* ---- for who changes contacts ---- */

/* tl_log_counts_expect: @n contacts of @study are about to change, at once: where that is a large part of the log, all
 * is counted anew when somebody asks, which takes less time. */
void
tl_log_counts_expect (TlStudy *study, guint n)
{
  if (n > study->contacts->len / 8 && n > MANY)
    g_clear_pointer (&study->log, tl_log_counts_free);
}

/* tl_log_counts_field: whether another content of @field, one of contacts, changes what is counted. */
gboolean
tl_log_counts_field (const TlField *field)
{
  return field->type != TL_FIELD_TEXT || field->offset == G_STRUCT_OFFSET (TlContact, when);
}

/* tl_log_counts_add: one more contact, as it is. */
void
tl_log_counts_add (TlLogCounts *self, const TlContact *contact)
{
  count (self, contact, 1);
}

/* tl_log_counts_remove: one contact less, which is still as it was when it was added. */
void
tl_log_counts_remove (TlLogCounts *self, const TlContact *contact)
{
  count (self, contact, -1);
}

/* ---- for who asks ---- */

/**
 * tl_study_log_counts:
 * @study: a study
 *
 * Reads all contacts when called for the first time for a study, and none after that.
 *
 * Returns: (transfer none): its contacts, counted
 */
const TlLogCounts *
tl_study_log_counts (const TlStudy *study)
{
  /* Charts may be drawn on another thread while nobody changes the study. */
  static GMutex lock;
  TlStudy *self = (TlStudy *) study;

  g_mutex_lock (&lock);
  if (!self->log)
    {
      TlLogCounts *counts = counts_new ();

      for (guint i = 0; i < study->contacts->len; i++)
        tl_log_counts_add (counts, study->contacts->pdata[i]);
      self->log = counts;
    }
  g_mutex_unlock (&lock);
  return self->log;
}

/**
 * tl_log_cell_judged:
 * @cell: contacts that are alike
 *
 * Returns: what they are judged to be, as tl_contact_judged() says
 */
TlContactKind
tl_log_cell_judged (const TlLogCell *cell)
{
  return tl_contact_kind_judged (cell->kind, cell->demand);
}

/**
 * tl_log_cell_minutes:
 * @cell: contacts that are alike
 *
 * Returns: how long those took together that say it
 */
double
tl_log_cell_minutes (const TlLogCell *cell)
{
  return (double) cell->whole + ldexp ((double) cell->fractions, -FRACTION_BITS);
}
