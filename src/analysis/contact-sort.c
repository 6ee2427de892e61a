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
/* So many rows are gone through between two looks at whether the order is still wanted. */
#define LOOK_EVERY 8192

/**
 * Row:
 * @key: of eight bytes: larger ones stand later
 * @position: of the contact, in the study
 * @text: where in @texts of #Sorter its text begins, in chunks
 */
typedef struct
{
  guint64 key;
  guint32 position;
  guint32 text;
} Row;

/**
 * Sorter:
 * @ranks: of demand types, by their names
 * @texts: of all rows as they are compared, one behind the other, each filled up with zeros to whole chunks, one
 *   zero at least. Looked at chunk by chunk, each time for many rows: from the contacts themselves that took twice
 *   as long
 */
typedef struct
{
  const TlStudy *study;
  const TlField *field;
  GCancellable *cancellable;
  GHashTable *ranks;
  GString *texts;
  Row *spare;
} Sorter;

static gboolean
is_cancelled (const Sorter *self)
{
  return g_cancellable_is_cancelled (self->cancellable);
}

/* Whether to stop before row @i. */
static gboolean
is_over (const Sorter *self, guint i)
{
  return i % LOOK_EVERY == 0 && is_cancelled (self);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *first = a, *second = b;

  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;
  return (first->position > second->position) - (first->position < second->position);
}

/* How often each byte stands at each place of the keys. */
typedef struct
{
  guint32 counts[sizeof (guint64)][256];
} Digits;

static void
count_digits (const Row *rows, guint n, Digits *digits)
{
  memset (digits, 0, sizeof *digits);
  for (guint i = 0; i < n; i++)
    for (guint place = 0; place < sizeof (guint64); place++)
      digits->counts[place][rows[i].key >> (8 * place) & 0xff]++;
}

/* Returns: whether all have the same byte there */
static gboolean
begin_places (const guint32 *counts, guint n, guint32 *starts)
{
  guint32 sum = 0;

  for (guint b = 0; b < 256; b++)
    {
      if (counts[b] == n)
        return TRUE;
      starts[b] = sum;
      sum += counts[b];
    }
  return FALSE;
}

/* One pass for each byte that is not the same in all keys, from the last to the first. */
static void
sort_by_bytes (const Sorter *self, Row *rows, guint n)
{
  Row *from = rows, *to = self->spare;
  Digits digits;

  count_digits (rows, n, &digits);
  for (guint place = 0; place < sizeof (guint64) && !is_over (self, 0); place++)
    {
      guint32 starts[256];
      Row *swapped = from;

      if (begin_places (digits.counts[place], n, starts))
        continue;
      for (guint i = 0; i < n; i++)
        to[starts[from[i].key >> (8 * place) & 0xff]++] = from[i];
      from = to;
      to = swapped;
    }
  if (from != rows)
    memcpy (rows, from, n * sizeof (Row));
}

static void
sort_rows (const Sorter *self, Row *rows, guint n)
{
  if (n < FEW)
    qsort (rows, n, sizeof (Row), compare_rows);
  else
    sort_by_bytes (self, rows, n);
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

/* Where a text is cut: whole chunks with a zero at their end, and room for a letter that stays whole. */
#define MOST_TEXT (DEEPEST + CHUNK)

/* No text is there for who says nothing; no number of a text is as high. */
#define NO_TEXT G_MAXUINT32

static void
lay_out_texts (Sorter *self, Row *rows, guint n)
{
  g_autoptr (GString) buffer = g_string_new (NULL);
  static const char zeros[CHUNK];

  self->texts = g_string_sized_new (n * 4 * CHUNK);
  for (guint i = 0; i < n && !is_over (self, i); i++)
    {
      const char *text = text_of (self, &rows[i]);
      gsize length;

      rows[i].text = text ? (guint32) (self->texts->len / CHUNK) : NO_TEXT;
      if (!text)
        continue;
      length = MIN (tl_text_fold_into (buffer, text, DEEPEST), MOST_TEXT - 1);
      g_string_append_len (self->texts, buffer->str, (gssize) length);
      g_string_append_len (self->texts, zeros, (gssize) (CHUNK - length % CHUNK));
    }
}

/* The bytes of a text from @depth on, so that larger keys stand later; the lowest byte is 0 where the text
 * ends in them. No text has ABSENT for a key: its bytes are UTF-8. */
static guint64
text_key (const Sorter *self, const Row *row, gsize depth)
{
  guint64 key;

  if (row->text == NO_TEXT)
    return ABSENT;
  memcpy (&key, self->texts->str + row->text * CHUNK + depth, CHUNK);
  return GUINT64_FROM_BE (key);
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
  sort_rows (self, rows, n);
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
  return is_text ? row->text == NO_TEXT : row->key == ABSENT;
}

static void
sort_all (Sorter *self, Row *rows, guint n, gboolean descending)
{
  gboolean is_text = self->field->type == TL_FIELD_TEXT && self->field->offset != G_STRUCT_OFFSET (TlContact, when);
  guint present = n;

  if (is_text)
    {
      lay_out_texts (self, rows, n);
      if (!is_cancelled (self))
        sort_texts (self, rows, n, 0);
    }
  else
    {
      for (guint i = 0; i < n && !is_over (self, i); i++)
        rows[i].key = key_of (self, &rows[i]);
      sort_rows (self, rows, n);
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
  Row *sorted = g_new0 (Row, rows->n + 1);

  self.spare = g_new (Row, rows->n + 1);
  rank_demands (&self);
  for (guint i = 0; i < rows->n; i++)
    sorted[i] = (Row){ .position = rows->positions[i] };
  sort_all (&self, sorted, rows->n, descending);
  for (guint i = 0; i < rows->n; i++)
    rows->positions[i] = sorted[i].position;
  g_hash_table_unref (self.ranks);
  if (self.texts)
    g_string_free (self.texts, TRUE);
  g_free (self.spare);
  g_free (sorted);
  return !is_cancelled (&self);
}
