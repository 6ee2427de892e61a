#include "text-cache.h"

#include <string.h>

#include "item-build.h"

/* A power of two. Where two texts fall into one place the later one takes it: that costs a look, nothing else. */
#define N_PLACES 1024

/* @texts: interned, with a reference each */
struct _TlTextCache
{
  char *texts[N_PLACES];
};

/**
 * tl_text_cache_new:
 *
 * Returns: (transfer full): a cache that knows no text yet
 */
TlTextCache *
tl_text_cache_new (void)
{
  return g_new0 (TlTextCache, 1);
}

/**
 * tl_text_cache_free:
 * @self: (transfer full): a cache; items keep their texts
 */
void
tl_text_cache_free (TlTextCache *self)
{
  for (guint i = 0; i < N_PLACES; i++)
    g_clear_pointer (&self->texts[i], g_ref_string_release);
  g_free (self);
}

/**
 * tl_text_hash:
 * @text: some bytes
 * @length: how many
 *
 * Takes eight bytes at a time, where g_str_hash() takes one.
 *
 * Returns: a number that is the same for the same bytes
 */
guint
tl_text_hash (const char *text, gsize length)
{
  /* A prime near 2^64 divided by the golden ratio: its products spread over all bits. */
  const guint64 spread = G_GUINT64_CONSTANT (0x9e3779b97f4a7c55);
  guint64 hash = length * spread;

  for (gsize left = length; left > 0;)
    {
      guint64 word = 0;
      gsize taken = MIN (left, sizeof word);

      memcpy (&word, text + length - left, taken);
      hash = (hash ^ word) * spread;
      hash ^= hash >> 32;
      left -= taken;
    }
  return (guint) hash;
}

static char *
find (TlTextCache *self, const char *text, gsize length)
{
  char **place = &self->texts[tl_text_hash (text, length) % N_PLACES];
  g_autofree char *copy = NULL;

  if (*place && g_ref_string_length (*place) == length && memcmp (*place, text, length) == 0)
    return *place;
  copy = g_strndup (text, length);
  g_clear_pointer (place, g_ref_string_release);
  *place = g_ref_string_new_intern (copy);
  return *place;
}

/**
 * tl_text_cache_set:
 * @self: a cache
 * @item: an item
 * @field: one of its text fields
 * @text: what it shall hold, clean UTF-8; it need not end with a zero
 * @length: of @text
 *
 * As tl_item_set(), faster where @field is one whose texts many items share.
 */
void
tl_text_cache_set (TlTextCache *self, gpointer item, const TlField *field, const char *text, gsize length)
{
  if (length > 0 && (field->flags & TL_FIELD_SHARED))
    tl_item_set_shared (item, field, find (self, text, length));
  else
    tl_item_set_slice (item, field, text, length);
}
