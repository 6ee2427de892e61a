#include "paint/strip.h"

#include <math.h>

#include "paint/bar.h"
#include "paint/view.h"
#include "paint/words.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* At 100 %. */
#define HEIGHT 64.0
#define PAD_X 12.0
#define PAD_Y 7.0
#define GAP 12.0
#define SIZE_HEADLINE 16.0

/**
 * tl_strip_height:
 * @theme: its scale counts
 *
 * Returns: how high the strip wants to be
 */
double
tl_strip_height (const TlTheme *theme)
{
  return ceil (HEIGHT * (theme->scale > 0 ? theme->scale : 1));
}

static char *
side_words (const TlCapacity *capacity)
{
  g_autofree char *hours = tl_words_hours (fabs (capacity->spare));

  if (capacity->provisional)
    return g_strdup (_ ("provisional"));
  if (!(capacity->available > 0))
    return NULL;
  /* TRANSLATORS: hours, as "131 h" */
  return g_strdup_printf (capacity->spare < 0 ? _ ("overload %s") : _ ("%s spare"), hours);
}

static char *
shortest_headline (const TlCapacity *capacity)
{
  g_autofree char *share = tl_words_share (tl_capacity_share (capacity, TL_BUCKET_FAILURE));

  /* TRANSLATORS: a share, as "19 %" */
  return g_strdup_printf (_ ("Failure demand: %s"), share);
}

/* The longest of three that has room. */
static TlLabel *
measure_headline (TlScene *scene, const TlCapacity *capacity, double room)
{
  TlLabelStyle style = { .size = SIZE_HEADLINE, .bold = TRUE, .ink = TL_INK_TEXT, .sentence = TRUE };
  g_autofree char *long_words = tl_capacity_headline (capacity);
  g_autofree char *short_words = tl_capacity_headline_short (capacity);
  g_autofree char *shortest_words = shortest_headline (capacity);
  const char *words[] = { long_words, short_words, shortest_words };
  TlLabel *label = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      tl_label_free (label);
      label = tl_scene_measure (scene, &style, words[i], MAX (room, 1));
      if (!label->whole)
        break;
    }
  return label;
}

/* What is wrong is said even where the headline must become shorter for it; what is spare is not.
 */
static gboolean
must_be_said (const TlCapacity *capacity)
{
  return capacity->provisional || (capacity->available > 0 && capacity->spare < 0);
}

/* Returns where the bar may begin. */
static double
add_words (TlScene *scene, const TlCapacity *capacity, double x, double y, double room)
{
  TlLabelStyle style = { .size = SIZE_HEADLINE, .ink = TL_INK_QUIET };
  g_autofree char *words = side_words (capacity);
  double gap = tl_scene_unit (scene, GAP);
  g_autoptr (TlLabel) side = NULL;
  TlLabel *headline;
  double left = room;

  if (must_be_said (capacity))
    style.ink = TL_INK_TEXT;
  if (words)
    side = tl_scene_measure (scene, &style, words, 0);
  if (side && must_be_said (capacity))
    left = room - side->width - gap;
  headline = measure_headline (scene, capacity, left);
  if (side && headline->width + gap + side->width <= room)
    {
      double right = x + room - side->width;

      tl_scene_place (scene, g_steal_pointer (&side), right, y);
    }
  y += headline->height;
  tl_scene_place (scene, headline, x, y - headline->height);
  return y + tl_scene_unit (scene, PAD_Y / 2);
}

static void
add_bar (TlScene *scene, const TlCapacity *capacity, const TlBox *box)
{
  TlAxis axis = tl_axis_for_amounts (MAX (capacity->used, capacity->available), 5);
  TlBarRow row = { .available = capacity->available };
  TlBarPlace place = { *box, &axis, tl_words_hours, FALSE };

  tl_bar_row_set_buckets (&row, &capacity->hours);
  tl_bar_add (scene, &row, &place);
}

static void
add_sentence (TlScene *scene, const char *sentence, double x, double room)
{
  TlLabelStyle style = { .size = SIZE_HEADLINE, .ink = TL_INK_QUIET, .lines = 2, .sentence = TRUE };
  TlLabel *label = tl_scene_measure (scene, &style, sentence, room);

  tl_scene_place (scene, label, x, MAX (0, (scene->height - label->height) / 2));
}

/**
 * tl_strip_lay_out:
 * @subject: what is drawn
 * @theme: light or dark, and the scale
 * @width: of the strip
 * @height: of the strip
 *
 * Returns: (transfer full): the strip, ready to be painted
 */
TlScene *
tl_strip_lay_out (const TlSubject *subject, const TlTheme *theme, double width, double height)
{
  double scale = MIN (theme->scale > 0 ? theme->scale : 1, height / HEIGHT);
  TlScene *scene = tl_scene_new (theme, MAX (scale, TL_LEAST_LETTERS / SIZE_HEADLINE), width, height);
  g_autofree char *nothing = tl_view_no_hours (subject);
  double x = tl_scene_unit (scene, PAD_X);
  double room = MAX (1, width - 2 * x);
  double y = tl_scene_unit (scene, PAD_Y);
  TlBox box = { x, 0, room, 0 };

  if (nothing)
    {
      add_sentence (scene, nothing, x, room);
      return scene;
    }
  box.y = round (add_words (scene, subject->capacity, x, y * 0.7, room));
  box.height = floor (height - y - box.y);
  if (box.height > 1)
    add_bar (scene, subject->capacity, &box);
  return scene;
}

/**
 * tl_strip_paint:
 * @subject: what is drawn
 * @theme: light or dark, and the scale
 * @cr: where to draw, from 0, 0
 * @width: of the strip
 * @height: of the strip; tl_strip_height() is best
 *
 * Lays the strip out and paints it: quick enough for every frame.
 */
void
tl_strip_paint (const TlSubject *subject, const TlTheme *theme, cairo_t *cr, double width, double height)
{
  g_autoptr (TlScene) scene = tl_strip_lay_out (subject, theme, width, height);

  tl_scene_paint (scene, cr);
}
