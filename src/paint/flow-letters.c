/* flow-letters.c: set texts, kept from one picture of a flow to the next. */
#include "paint/flow-letters.h"

#include <string.h>

#include "paint/label.h"

/* No name needs more of its letters than this to fill its lines; shaping a whole book would take
 * long. */
#define MOST_BYTES 400
/* A layout takes some kilobytes. What is seen of a flow at once has a few hundred; when there are this
 * many, most are of names and numbers that are no more, and all are forgotten. */
#define MOST_LAYOUTS 6000

struct _TlFlowLetters
{
  guint ref_count;
  PangoContext *context;
  GHashTable *layouts; /* Key → PangoLayout */
};

typedef struct
{
  TlFlowFont font;
  double width;
  char *text;
} Key;

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->text) ^ (g_double_hash (&key->width) * 31) ^ g_double_hash (&key->font.size);
}

static gboolean
key_equal (gconstpointer data, gconstpointer other)
{
  const Key *a = data, *b = other;

  return a->width == b->width && a->font.size == b->font.size && a->font.weight == b->font.weight
         && a->font.lines == b->font.lines && a->font.keeps_end == b->font.keeps_end && strcmp (a->text, b->text) == 0;
}

static void
key_free (gpointer data)
{
  Key *key = data;

  g_free (key->text);
  g_free (key);
}

/**
 * tl_flow_letters_new:
 *
 * Returns: (transfer full): letters, none of them set yet
 */
TlFlowLetters *
tl_flow_letters_new (void)
{
  TlFlowLetters *letters = g_new0 (TlFlowLetters, 1);

  letters->ref_count = 1;
  letters->context = tl_label_context ();
  letters->layouts = g_hash_table_new_full (key_hash, key_equal, key_free, g_object_unref);
  return letters;
}

/**
 * tl_flow_letters_ref:
 * @letters: letters
 *
 * Returns: (transfer full): @letters
 */
TlFlowLetters *
tl_flow_letters_ref (TlFlowLetters *letters)
{
  letters->ref_count++;
  return letters;
}

/**
 * tl_flow_letters_unref:
 * @letters: (transfer full): letters
 */
void
tl_flow_letters_unref (TlFlowLetters *letters)
{
  if (--letters->ref_count > 0)
    return;
  g_hash_table_unref (letters->layouts);
  g_object_unref (letters->context);
  g_free (letters);
}

static char *
shorten (const char *text)
{
  g_autofree char *valid = NULL;
  const char *end;

  if (strlen (text) <= MOST_BYTES)
    return g_utf8_make_valid (text, -1);
  end = g_utf8_find_prev_char (text, text + MOST_BYTES);
  valid = g_utf8_make_valid (text, end - text);
  return g_strconcat (valid, "…", NULL);
}

static PangoLayout *
set (TlFlowLetters *letters, const TlFlowFont *font, const char *text, double width)
{
  /* Boxes have one size: a flow is made larger by zooming, with its text. */
  const TlTheme theme = { .scale = 1 };
  PangoLayout *layout = pango_layout_new (letters->context);
  PangoFontDescription *description = tl_theme_font (&theme, font->size, font->weight);
  g_autofree char *shortened = shorten (text);

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_text (layout, g_strdelimit (shortened, "\n\r\t", ' '), -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, font->keeps_end ? PANGO_ELLIPSIZE_MIDDLE : PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, pango_units_from_double (MAX (width, 1)));
  pango_layout_set_height (layout, -font->lines);
  return layout;
}

/**
 * tl_flow_letters_set:
 * @letters: letters
 * @font: of the text
 * @text: the text; line breaks become spaces
 * @width: to wrap and cut at, in points at 100 %
 *
 * Returns: (transfer full): the text, set, perhaps long since; not to be changed
 */
PangoLayout *
tl_flow_letters_set (TlFlowLetters *letters, const TlFlowFont *font, const char *text, double width)
{
  Key sought = { *font, width, (char *) text };
  PangoLayout *layout = g_hash_table_lookup (letters->layouts, &sought);
  Key *key;

  if (layout != NULL)
    return g_object_ref (layout);
  if (g_hash_table_size (letters->layouts) >= MOST_LAYOUTS)
    g_hash_table_remove_all (letters->layouts);
  layout = set (letters, font, text, width);
  key = g_new (Key, 1);
  *key = (Key){ *font, width, g_strdup (text) };
  g_hash_table_insert (letters->layouts, key, g_object_ref (layout));
  return layout;
}
