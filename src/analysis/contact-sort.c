/* How contacts are put into order: each row gets a key of eight bytes, and keys are sorted by their bytes, without
 * a comparison. Texts are longer: where keys are the same, the next eight bytes decide. */
#include "contact-rows.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "study/moment.h"
#include "study/text-fold.h"

#define CHUNK sizeof (guint64)
/* Fewer rows than this are sorted by comparing. */
#define FEW 256
/* What stands in no order, as nothing is there. */
#define ABSENT G_MAXUINT64
/* Texts that begin with so many bytes alike count as the same. */
#define DEEPEST 256

typedef struct
{
  guint64 key;
  guint32 position;
} Row;

typedef struct
{
  const TlStudy *study;
  const TlField *field;
  GCancellable *cancellable;
  GHashTable *ranks; /* of demand types, by their names */
  GString *buffer;
  Row *spare;
} Sorter;

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *first = a, *second = b;

  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;
  return (first->position > second->position) - (first->position < second->position);
}

/* One pass for each byte that is not the same in all keys, from the last to the first. */
static void
sort_by_bytes (Row *rows, Row *spare, guint n)
{
  guint64 any = 0, all = G_MAXUINT64;
  Row *from = rows, *to = spare;

  for (guint i = 0; i < n; i++)
    {
      any |= rows[i].key;
      all &= rows[i].key;
    }
  for (guint shift = 0; shift < 64; shift += 8)
    {
      guint starts[257] = { 0 };
      Row *swapped = from;

      if (((any ^ all) >> shift & 0xff) == 0)
        continue;
      for (guint i = 0; i < n; i++)
        starts[(from[i].key >> shift & 0xff) + 1]++;
      for (guint b = 1; b < 257; b++)
        starts[b] += starts[b - 1];
      for (guint i = 0; i < n; i++)
        to[starts[from[i].key >> shift & 0xff]++] = from[i];
      from = to;
      to = swapped;
    }
  if (from != rows)
    memcpy (rows, from, n * sizeof (Row));
}

static void
sort_rows (Row *rows, Row *spare, guint n)
{
  if (n < FEW)
    qsort (rows, n, sizeof (Row), compare_rows);
  else
    sort_by_bytes (rows, spare, n);
}

static const TlContact *
contact_of (const Sorter *self, const Row *row)
{
  return self->study->contacts->pdata[row->position];
}

static const char *
text_of (const Sorter *self, const Row *row)
{
  return G_STRUCT_MEMBER (char *, contact_of (self, row), self->field->offset);
}

/* The bytes of a text from @depth on, so that larger keys stand later; the lowest byte is 0 where the text
 * ends in them. No text has ABSENT for a key: its bytes are UTF-8. */
static guint64
text_key (Sorter *self, const Row *row, gsize depth)
{
  const char *text = text_of (self, row);
  guint64 key = 0;
  gsize length;

  if (!text)
    return ABSENT;
  length = tl_text_fold_into (self->buffer, text, depth + CHUNK);
  if (length > depth)
    memcpy (&key, self->buffer->str + depth, MIN (CHUNK, length - depth));
  return GUINT64_FROM_BE (key);
}

static gboolean
is_cancelled (const Sorter *self)
{
  return g_cancellable_is_cancelled (self->cancellable);
}

static void sort_texts (Sorter *self, Row *rows, guint n, gsize depth);

/* Rows whose keys are the same, and whose texts go on. */
static void
sort_runs (Sorter *self, Row *rows, guint n, gsize depth)
{
  for (guint begin = 0, end; begin < n && !is_cancelled (self); begin = end)
    {
      guint64 key = rows[begin].key;

      for (end = begin + 1; end < n && rows[end].key == key; end++)
        ;
      if (end - begin > 1 && key != ABSENT && (key & 0xff) != 0 && depth < DEEPEST)
        sort_texts (self, rows + begin, end - begin, depth);
    }
}

static void
sort_texts (Sorter *self, Row *rows, guint n, gsize depth)
{
  for (guint i = 0; i < n; i++)
    rows[i].key = text_key (self, &rows[i], depth);
  sort_rows (rows, self->spare, n);
  sort_runs (self, rows, n, depth + CHUNK);
}

/* The bits of a double that is not negative are in the order of the numbers. */
static guint64
number_key (double number)
{
  guint64 bits;

  memcpy (&bits, &number, sizeof bits);
  return isnan (number) ? ABSENT : bits;
}

static guint64
moment_key (const char *when)
{
  gint64 moment = tl_moment_of (when);

  return moment == TL_MOMENT_UNKNOWN ? ABSENT : (guint64) moment;
}

/* Failure stands first, then value, as a team looks for what fails; what is not judged comes last. */
static guint64
kind_key (TlContactKind kind)
{
  static const guint64 keys[]
      = { [TL_CONTACT_AS_DEMAND] = ABSENT, [TL_CONTACT_FAILURE] = 0, [TL_CONTACT_VALUE] = 1, [TL_CONTACT_UNSURE] = 2 };

  return keys[kind];
}

static guint64
key_of (const Sorter *self, const Row *row)
{
  const TlContact *contact = contact_of (self, row);

  switch (self->field->type)
    {
    case TL_FIELD_NUMBER:
      return number_key (G_STRUCT_MEMBER (double, contact, self->field->offset));
    case TL_FIELD_CHOICE:
      return kind_key (self->field->offset == G_STRUCT_OFFSET (TlContact, kind) ? tl_contact_judged (contact)
                                                                                : contact->second);
    case TL_FIELD_ITEM:
      return contact->demand ? GPOINTER_TO_UINT (g_hash_table_lookup (self->ranks, contact->demand)) : ABSENT;
    case TL_FIELD_TEXT:
    default:
      return moment_key (contact->when);
    }
}

static int
compare_demands (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (tl_item_name (*(TlDemand *const *) a), tl_item_name (*(TlDemand *const *) b));
}

static void
rank_demands (Sorter *self)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  g_ptr_array_extend (sorted, self->study->demands, NULL, NULL);
  g_ptr_array_sort (sorted, compare_demands);
  self->ranks = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < sorted->len; i++)
    g_hash_table_insert (self->ranks, sorted->pdata[i], GUINT_TO_POINTER (i));
}

static void
reverse (Row *rows, guint n)
{
  for (guint i = 0; i < n / 2; i++)
    {
      Row held = rows[i];

      rows[i] = rows[n - 1 - i];
      rows[n - 1 - i] = held;
    }
}

static gboolean
is_absent (Sorter *self, Row *row, gboolean is_text)
{
  return is_text ? text_of (self, row) == NULL : row->key == ABSENT;
}

static void
sort_all (Sorter *self, Row *rows, guint n, gboolean descending)
{
  gboolean is_text = self->field->type == TL_FIELD_TEXT && self->field->offset != G_STRUCT_OFFSET (TlContact, when);
  guint present = n;

  if (is_text)
    sort_texts (self, rows, n, 0);
  else
    {
      for (guint i = 0; i < n; i++)
        rows[i].key = key_of (self, &rows[i]);
      sort_rows (rows, self->spare, n);
    }
  while (present > 0 && is_absent (self, &rows[present - 1], is_text))
    present--;
  if (descending)
    reverse (rows, present);
}

/**
 * tl_contact_rows_sort:
 * @rows: rows of @study, in its order
 * @study: a study
 * @field: by which field of contacts; kinds by what contacts are judged to be
 * @descending: whether the last comes first
 * @cancellable: (nullable): to be told that nobody wants to know any more
 *
 * Case and accents play no part. Contacts that have nothing there come last, whichever way. What is alike
 * stays in the study's order, or, where it is @descending, in the opposite.
 *
 * Returns: %FALSE where it was cancelled; the order is any then
 */
gboolean
tl_contact_rows_sort (TlContactRows *rows,
                      const TlStudy *study,
                      const TlField *field,
                      gboolean descending,
                      GCancellable *cancellable)
{
  Sorter self = { .study = study, .field = field, .cancellable = cancellable };
  Row *sorted = g_new (Row, rows->n + 1);

  self.buffer = g_string_new (NULL);
  self.spare = g_new (Row, rows->n + 1);
  rank_demands (&self);
  for (guint i = 0; i < rows->n; i++)
    sorted[i] = (Row){ .position = rows->positions[i] };
  sort_all (&self, sorted, rows->n, descending);
  for (guint i = 0; i < rows->n; i++)
    rows->positions[i] = sorted[i].position;
  g_hash_table_unref (self.ranks);
  g_string_free (self.buffer, TRUE);
  g_free (self.spare);
  g_free (sorted);
  return !is_cancelled (&self);
}
