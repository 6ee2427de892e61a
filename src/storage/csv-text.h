/* csv-text.h: a table's bytes as text, whatever program wrote them. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlCsvText:
 * @text: UTF-8, without a byte order mark; no zero ends it
 * @length: bytes
 * @encoding: in what the bytes were, as "UTF-8" or "WINDOWS-1252"
 */
typedef struct
{
  const char *text;
  gsize length;
  char *encoding;
  /*< private >*/
  GBytes *held;
} TlCsvText;

TlCsvText *tl_csv_text_new (GBytes *bytes, const char *encoding, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tl_csv_text_free (TlCsvText *text);
char tl_csv_text_guess_delimiter (const TlCsvText *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCsvText, tl_csv_text_free)

G_END_DECLS
