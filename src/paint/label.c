#include "paint/label.h"

#include <math.h>
#include <string.h>

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* More letters than any chart has room for: what lies behind them is not even measured, so that a
 * name of megabytes costs no more than a long one. */
#define MOST_LETTERS 600

#define ELLIPSIS "\342\200\246"

/* The direction in which the user's language is written: that of its words. A sentence that begins
 * with a name keeps it, whatever the name is written in. */
static PangoDirection
language_direction (PangoContext *context)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);

  pango_layout_set_text (layout, _ ("Capacity by step"), -1);
  return pango_layout_get_direction (layout, 0);
}

/**
 * tl_label_context:
 *
 * Measures without regard to a surface's resolution or hinting, so that a chart is laid out the
 * same way for the screen, a picture and paper, and letters keep their shape at every zoom.
 *
 * Returns: (transfer full): what texts are measured with; of the thread that calls
 */
PangoContext *
tl_label_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, language_direction (context));
  cairo_font_options_destroy (options);
  return context;
}

/**
 * tl_label_size:
 * @size: of letters, at 100 %
 *
 * Few sizes are few fonts to find.
 *
 * Returns: the next smaller size that there is
 */
double
tl_label_size (double size)
{
  return floor (size * 2) / 2;
}

/**
 * tl_label_plain:
 * @text: any text
 *
 * Returns: (transfer full): it as one paragraph of valid UTF-8: what breaks lines or rings bells
 * has become a space
 */
char *
tl_label_plain (const char *text)
{
  char *plain = g_utf8_make_valid (text, -1);

  for (char *p = plain; *p; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  return g_strstrip (plain);
}

static char *
take_beginning (const char *plain, gboolean *cut)
{
  const char *end = plain;
  int letters = 0;

  while (*end && letters < MOST_LETTERS)
    {
      end = g_utf8_next_char (end);
      letters++;
    }
  *cut = *end != '\0';
  return *cut ? g_strdup_printf ("%.*s" ELLIPSIS, (int) (end - plain), plain) : g_strdup (plain);
}

/* At 100 %, whatever the theme's scale: finding a font for a size that is new takes longer than all
 * the rest of a chart, and a window that is being resized would ask for new ones in each frame.
 * Without hinting, text can be scaled when it is painted. */
static PangoLayout *
new_layout (PangoContext *context, const TlTheme *theme, const TlLabelStyle *style)
{
  PangoLayout *layout = pango_layout_new (context);
  TlTheme plain = { .dark = theme->dark, .high_contrast = theme->high_contrast, .scale = 1 };
  PangoFontDescription *font
      = tl_theme_font (&plain, tl_label_size (style->size), style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  PangoAttrList *attributes = pango_attr_list_new ();

  /* Digits of one width, so that columns of numbers stand straight. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, style->both_ends ? PANGO_ELLIPSIZE_MIDDLE : PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -MAX (style->lines, 1));
  pango_layout_set_auto_dir (layout, !style->sentence);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
  return layout;
}

/* What of the text is drawn, as Pango chose it. */
static char *
drawn_text (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  GSList *lines = pango_layout_get_lines_readonly (layout);

  for (; lines; lines = lines->next)
    {
      PangoLayoutLine *line = lines->data;

      for (GSList *runs = line->runs; runs; runs = runs->next)
        {
          PangoGlyphItem *run = runs->data;

          if (run->item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS)
            return g_strdup_printf ("%.*s" ELLIPSIS "%s", run->item->offset, text,
                                    text + run->item->offset + run->item->length);
        }
    }
  return g_strdup (text);
}

static void
measure (TlLabel *label)
{
  PangoRectangle all;
  PangoRectangle line;

  pango_layout_get_extents (label->layout, NULL, &all);
  pango_layout_line_get_extents (pango_layout_get_line_readonly (label->layout, 0), NULL, &line);
  label->width = label->scale * all.width / PANGO_SCALE;
  label->height = label->scale * all.height / PANGO_SCALE;
  label->line_height = label->scale * line.height / PANGO_SCALE;
  /* Text from right to left stands at the right end of the width that it was given. */
  label->offset = label->scale * all.x / PANGO_SCALE;
}

/**
 * tl_label_new:
 * @context: of tl_label_context()
 * @theme: gives font, colour and scale
 * @style: how it looks
 * @text: what it says; may be of any length, language and direction
 * @most_width: it wraps, and then shortens, to this; 0 or less: no bound
 *
 * Returns: (transfer full): the text, measured
 */
TlLabel *
tl_label_new (PangoContext *context,
              const TlTheme *theme,
              const TlLabelStyle *style,
              const char *text,
              double most_width)
{
  TlLabel *label = g_new0 (TlLabel, 1);
  g_autofree char *plain = tl_label_plain (text);
  gboolean cut;
  g_autofree char *beginning = take_beginning (plain, &cut);

  label->layout = new_layout (context, theme, style);
  label->colour = style->colour ? *style->colour : tl_theme_ink (theme, style->ink);
  label->scale = theme->scale;
  label->letters = tl_label_size (style->size) * theme->scale;
  if (most_width > 0)
    pango_layout_set_width (label->layout, (int) floor (MIN (most_width / theme->scale, 1e5) * PANGO_SCALE));
  pango_layout_set_text (label->layout, beginning, -1);
  measure (label);
  label->text = drawn_text (label->layout);
  if (cut || pango_layout_is_ellipsized (label->layout))
    label->whole = g_steal_pointer (&plain);
  return label;
}

/**
 * tl_label_free:
 * @label: (transfer full): a label
 */
void
tl_label_free (TlLabel *label)
{
  if (!label)
    return;
  g_object_unref (label->layout);
  g_free (label->text);
  g_free (label->whole);
  g_free (label);
}

/**
 * tl_label_paint:
 * @label: a label that has its place
 * @cr: where to draw
 */
void
tl_label_paint (const TlLabel *label, cairo_t *cr)
{
  cairo_save (cr);
  tl_colour_set (cr, &label->colour);
  cairo_translate (cr, label->x - label->offset, label->y);
  cairo_scale (cr, label->scale, label->scale);
  cairo_move_to (cr, 0, 0);
  pango_cairo_show_layout (cr, label->layout);
  cairo_restore (cr);
}
