#include "app/import-preview.h"

#include <math.h>
#include <string.h>

#include "app/contacts-columns.h"
#include "storage/csv-reader.h"
#include "storage/csv-text.h"
#include "study/quantity.h"

/* So much of a file is looked at while a person says how it is to be read. */
#define HEAD 262144
#define N_SAMPLES 3

/**
 * tl_import_preview_head:
 * @bytes: a table
 *
 * Up to the last whole line, or the last letter would be half a one.
 *
 * Returns: (transfer full): the beginning of @bytes, so much as is looked at
 */
GBytes *
tl_import_preview_head (GBytes *bytes)
{
  gsize length, end;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length <= HEAD)
    return g_bytes_ref (bytes);
  for (end = HEAD; end > 0 && data[end - 1] != '\n'; end--)
    ;
  /* In UTF-16 a zero may follow. */
  if (end > 0 && data[end] == '\0')
    end++;
  return g_bytes_new_from_bytes (bytes, 0, end > 0 ? end : HEAD);
}

static void
add_word (GString *text, const char *word)
{
  if (word && *word)
    g_string_append_printf (text, "%s%s", text->len ? "  ·  " : "", word);
}

static GPtrArray *
new_texts (guint n)
{
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (texts, g_string_new (NULL));
  return texts;
}

/* Their letters alone. */
static GPtrArray *
freed_texts (GPtrArray *texts)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < texts->len; i++)
    g_ptr_array_add (words, g_string_free (texts->pdata[i], FALSE));
  g_ptr_array_unref (texts);
  return words;
}

/**
 * tl_import_preview_samples:
 * @head: of a table
 * @batch: as it was read
 *
 * Returns: (transfer full) (element-type utf8): for each column what stands in it in the first rows, as it stands there
 */
GPtrArray *
tl_import_preview_samples (GBytes *head, const TlContactBatch *batch)
{
  g_autoptr (TlCsvText) text = tl_csv_text_new (head, batch->encoding, NULL);
  g_autoptr (TlCsvReader) reader = NULL;
  GPtrArray *samples = new_texts (batch->table_headings->len);

  if (!text)
    return freed_texts (samples);
  reader = tl_csv_reader_new (text->text, text->length, batch->delimiter);
  tl_csv_reader_next (reader);
  for (guint row = 0; row < N_SAMPLES && tl_csv_reader_next (reader); row++)
    for (guint i = 0; !reader->problem && i < MIN (reader->fields->len, samples->len); i++)
      {
        g_autofree char *shown = g_strdelimit (g_strdup (g_strstrip (reader->fields->pdata[i])), "\r\n\t", ' ');

        add_word (samples->pdata[i], shown);
      }
  return freed_texts (samples);
}

/**
 * tl_import_preview_details:
 * @contact: a contact that was read
 *
 * Returns: (transfer full): "2026-03-01 09:30 · Failure · Where is my repair? · 6 m · phone"
 */
char *
tl_import_preview_details (const TlContact *contact)
{
  GString *text = g_string_new (NULL);
  g_autofree char *when = g_strdelimit (g_strdup (contact->when ? contact->when : ""), "T", ' ');
  g_autofree char *minutes = isnan (contact->minutes) ? NULL : tl_minutes_format (contact->minutes);

  add_word (text, when);
  add_word (text, tl_contact_judged_word (contact->kind));
  add_word (text, contact->demand ? contact->demand->name : NULL);
  add_word (text, minutes);
  add_word (text, contact->channel);
  add_word (text, contact->place);
  add_word (text, contact->thread);
  add_word (text, contact->listener);
  return g_string_free (text, FALSE);
}
